/**
 * Language and theme: what the address asks for (`?lang=zh-Hans&theme=dark`), else what was chosen before,
 * else what the browser prefers. They belong to the reader, not to the scene, so a link does not force them.
 */

const dark = matchMedia("(prefers-color-scheme: dark)");

/** @param {string} key @returns {string | null} */
function stored(key) {
  try {
    return new URLSearchParams(location.search).get(key) ?? localStorage.getItem(`nabla.${key}`);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string} value */
function store(key, value) {
  try {
    localStorage.setItem(`nabla.${key}`, value);
    const search = new URLSearchParams(location.search);
    if (!search.has(key)) return;
    search.set(key, value);
    history.replaceState(null, "", `?${search}${location.hash}`);
  } catch {
    // A page opened from disk may have no storage: the choice then lasts as long as the page.
  }
}

export class Preferences {
  /** @param {() => void} onchange */
  constructor(onchange) {
    this.onchange = onchange;
    const language = stored("lang") ?? navigator.language;
    /** @type {"en" | "zh-Hans"} */
    this.language = language.toLowerCase().startsWith("zh") ? "zh-Hans" : "en";
    const theme = stored("theme");
    /** @type {"auto" | "light" | "dark"} */
    this.theme = theme === "light" || theme === "dark" ? theme : "auto";
    dark.addEventListener("change", () => { if (this.theme === "auto") this.apply(); });
    this.apply(false);
  }

  get chinese() {
    return this.language === "zh-Hans";
  }

  get dark() {
    return this.theme === "dark" || (this.theme === "auto" && dark.matches);
  }

  /** @param {"en" | "zh-Hans"} language */
  setLanguage(language) {
    this.language = language;
    store("lang", language);
    this.apply();
  }

  /** @param {"auto" | "light" | "dark"} theme */
  setTheme(theme) {
    this.theme = theme;
    store("theme", theme);
    this.apply();
  }

  apply(notify = true) {
    document.documentElement.lang = this.language;
    document.documentElement.dataset.theme = this.dark ? "dark" : "light";
    if (notify) this.onchange();
  }
}
