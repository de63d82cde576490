import { element } from "./element.js";

/** The critical points of the view as a list, shown with their layer: where, of which type, of which index. */
export class CriticalList {
  /** @param {import("./lab.js").Lab} lab @param {Record<string, string>} types the names of the types */
  constructor(lab, types) {
    this.lab = lab;
    this.types = types;
    this.text = lab.text.critical;
    this.body = element("tbody");
    this.note = element("p", { class: "note", "data-note": "critical" });
    this.table = element("table", { class: "points" },
      element("caption", { class: "heading" }, this.text.title),
      element("thead", { class: "spoken" }, element("tr", {}, ...this.text.columns.map((name) => (
        element("th", { scope: "col" }, name))))), this.body);
    this.element = element("section", { class: "critical-points", hidden: true }, this.table, this.note);
  }

  read() {
    const found = this.lab.reading.criticalPoints;
    this.element.hidden = !found;
    if (!found) return;
    this.body.replaceChildren(...found.points.map(({ text, type, index, isProven }) => element("tr", {},
      element("th", { scope: "row" }, text.point),
      element("td", {}, this.types[type] + (isProven ? "" : this.text.unproven)),
      element("td", { class: "value" }, index === null ? "–" : text.index))));
    const { indexCheck } = found;
    this.note.textContent = [
      found.points.length === 0 ? this.text.none : "",
      found.isExhausted ? this.text.exhausted : this.text.completeness[found.completeness],
      this.text.indexCheck[indexCheck.verdict](indexCheck),
    ].filter(Boolean).join(this.text.gap);
  }
}
