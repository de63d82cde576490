import { slider } from "./controls.js";
import { element } from "./element.js";

/**
 * The learning rate: a slider over round numbers, equal steps for equal factors, with the greatest stable rates as marks
 * and what they mean in words. The numbers are the module's.
 */
export class RateSlider {
  /** @param {import("./lab.js").Lab} lab @param {any} text of the bench */
  constructor(lab, text) {
    this.lab = lab;
    this.text = text;
    this.slider = slider({
      label: text.rate, min: 0, max: lab.reading.rate.stops.length - 1, step: 1, oninput: (stop) => this.choose(stop),
    });
    this.marks = element("div", { class: "rate-marks", "aria-hidden": "true" });
    this.note = element("p", { class: "note", "data-note": "limit" });
    this.element = element("div", { class: "rate" }, this.slider.element, this.marks, this.note);
  }

  /** @param {number} stop */
  choose(stop) {
    this.lab.change({ rate: String(this.lab.reading.rate.stops[stop]) });
    this.lab.bench?.announce();
  }

  read() {
    const { rate, text, race } = this.lab.reading;
    this.slider.set(rate.stop, `η = ${text.rate}`);
    this.marks.replaceChildren(...rate.marks.map(({ name, part, colours }) => {
      const mark = element("span", { class: "rate-mark", "data-mark": name, title: this.text.runners[name] });
      mark.style.setProperty("--part", part);
      mark.style.setProperty("--colour", colours[this.lab.preferences.dark ? 1 : 0]);
      return mark;
    }));
    this.note.replaceChildren(...(race ? this.sentences(race) : []));
  }

  /** @param {any} race */
  sentences(race) {
    const limited = race.runners.filter(({ stability }) => stability);
    const lines = [this.text.curvature(race.text)];
    for (const { name, stability } of limited) {
      const verdict = element("strong", { class: stability.isExceeded ? "wrong" : "" },
        stability.isExceeded ? this.text.unstable : this.text.stable);
      lines.push(element("br"), `${this.text.runners[name]}: ${this.text.limit(stability.text)} `, verdict);
    }
    return lines;
  }
}
