import { english } from "./text/en.js";
import { chinese } from "./text/zh-Hans.js";

/**
 * Every visible string, in the language of the page. `otherNames` are the names of outcomes in the other
 * language, so that a link made in one language reads well in the other.
 *
 * @param {"en" | "zh-Hans"} language
 */
export function textIn(language) {
  const [own, other] = language === "zh-Hans" ? [chinese, english] : [english, chinese];
  return { ...own, otherNames: other.information.names };
}
