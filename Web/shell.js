import { chips, rove } from "./controls.js";
import { element, icon } from "./element.js";
import { showHelp } from "./help.js";

/**
 * The frame around the benches: name, tabs, language, theme, notices and the voice for screen readers.
 */
export class Shell {
  /**
   * @param {HTMLElement} body
   * @param {string[]} benches
   * @param {() => any} text
   * @param {import("./preferences.js").Preferences} preferences
   * @param {(bench: string) => void} visit
   */
  constructor(body, benches, text, preferences, visit) {
    this.benches = benches;
    this.text = text;
    this.preferences = preferences;
    this.visit = visit;
    this.header = element("header");
    this.main = element("div", { id: "bench", role: "tabpanel" });
    this.voice = element("p", { class: "spoken", role: "status", "aria-live": "polite" });
    this.notice = element("p", { class: "notice", role: "alert", hidden: true });
    body.replaceChildren(this.header, this.notice, element("main", {}, this.main), this.voice);
    this.build();
  }

  build() {
    const { common, benches, title } = this.text();
    document.title = title;
    this.tabs = this.benches.map((bench) => element("button", {
      type: "button", role: "tab", id: `tab-${bench}`, "aria-controls": "bench", "data-text": benches[bench], onclick: () => this.visit(bench),
      onfocus: (event) => { if (event.target.matches(":focus-visible")) this.visit(bench); },
    }, benches[bench]));
    const list = element("div", { class: "tabs", role: "tablist", "aria-label": common.benches }, ...this.tabs);
    rove(list, this.tabs);
    const language = chips({
      legend: common.language, name: "language", quiet: true,
      choices: [{ value: "en", label: "EN" }, { value: "zh-Hans", label: "简体中文" }],
      onchange: (value) => this.keepingFocus(() => this.preferences.setLanguage(value)),
    });
    language.select(this.preferences.language);
    const theme = chips({
      legend: common.theme, name: "theme", quiet: true,
      choices: [["light", "sun"], ["dark", "moon"], ["auto", "half"]].map(([value, shape]) => ({
        value, title: common.themes[value],
        label: element("span", {}, icon(/** @type {any} */ (shape)), element("span", { class: "spoken" }, common.themes[value])),
      })),
      onchange: (value) => this.keepingFocus(() => this.preferences.setTheme(value)),
    });
    theme.select(this.preferences.theme);
    this.header.replaceChildren(
      element("a", { class: "skip", href: "#bench", onclick: (event) => { event.preventDefault(); this.skip(); } }, common.skip),
      element("p", { class: "brand" }, element("span", { class: "nabla", "aria-hidden": "true" }, "∇"), " Nabla"), list,
      element("div", { class: "preferences" }, language.element, theme.element));
  }

  /** Rebuilding the page must not throw the keyboard out of the control that caused it. */
  keepingFocus(action) {
    const active = /** @type {HTMLInputElement} */ (document.activeElement);
    const selector = active?.name ? `input[name="${active.name}"][value="${active.value}"]` : null;
    action();
    if (selector) /** @type {HTMLElement | null} */ (document.querySelector(selector))?.focus();
  }

  skip() {
    /** @type {HTMLElement | null} */ (this.main.querySelector("[tabindex='0'], input, button"))?.focus();
  }

  /** @param {string} bench @param {HTMLElement} stage @param {HTMLElement} panel */
  show(bench, stage, panel) {
    const focused = document.activeElement?.getAttribute("role") === "tab";
    this.benches.forEach((name, index) => {
      const current = name === bench;
      this.tabs[index].setAttribute("aria-selected", String(current));
      this.tabs[index].tabIndex = current ? 0 : -1;
      if (current && focused) this.tabs[index].focus();
      // Where the tabs do not all fit, the chosen one is brought into sight, and the page stays where it is.
      if (current) this.tabs[index].parentElement?.scrollTo({ left: this.tabs[index].offsetLeft - 60 });
    });
    this.notice.hidden = true;
    this.main.setAttribute("aria-labelledby", `tab-${bench}`);
    this.main.replaceChildren(stage, panel);
  }

  /** @param {string} message */
  warn(message) {
    this.notice.textContent = message;
    this.notice.hidden = false;
  }

  help() {
    showHelp(this.text());
  }
}
