import { element } from "./element.js";

/** The critical points of the view as a list, shown with their layer: where, of which type, of which index. */
export class CriticalList {
  /**
   * @param {import("./lab.js").Lab} lab
   * @param {Record<string, string>} types the names of the types
   * @param {{ limit: number, describe: (shown: string[], type: string) => string } | null} [curvature] how a scalar field
   *   is described in a line of its own under each point, and how many points are listed
   */
  constructor(lab, types, curvature = null) {
    this.lab = lab;
    this.types = types;
    this.curvature = curvature;
    this.text = lab.text.critical;
    this.body = element("tbody");
    this.note = element("p", { class: "note", "data-note": "critical" });
    this.table = element("table", { class: "points" },
      element("caption", { class: "heading" }, this.text.title),
      element("thead", { class: "spoken" }, element("tr", {}, ...this.text.columns.map((name) => (
        element("th", { scope: "col" }, name))))), this.body);
    this.element = element("section", { class: "critical-points", hidden: true }, this.table, this.note);
  }

  /** @param {any} point */
  rows({ text, type, index, isProven, shown }) {
    const row = element("tr", {},
      element("th", { scope: "row" }, text.point),
      element("td", {}, this.types[type] + (isProven ? "" : this.text.unproven)),
      element("td", { class: "value" }, index === null ? "–" : text.index));
    if (!this.curvature) return [row];
    const line = element("p", { class: "note" }, this.curvature.describe(shown, type));
    return [row, element("tr", { class: "remark" }, element("td", { colspan: "3" }, line))];
  }

  read() {
    const found = this.lab.reading.criticalPoints;
    this.element.hidden = !found;
    if (!found) return;
    const listed = found.points.slice(0, this.curvature?.limit);
    this.body.replaceChildren(...listed.flatMap((point) => this.rows(point)));
    const { indexCheck } = found;
    this.note.textContent = [
      found.points.length === 0 ? this.text.none : "",
      found.points.length > listed.length ? this.text.more(found.points.length - listed.length) : "",
      found.isExhausted ? this.text.exhausted : this.text.completeness[found.completeness],
      this.text.indexCheck[indexCheck.verdict](indexCheck),
    ].filter(Boolean).join(this.text.gap);
  }
}
