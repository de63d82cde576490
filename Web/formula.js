/**
 * Shows a formula that the module wrote as MathML. Only MathML elements and a few harmless attributes
 * pass, so that nothing a link carries can become anything but a formula.
 */

import { formulaWords } from "./text/zh-Hans.js";

const space = "http://www.w3.org/1998/Math/MathML";
const elements = new Set(("math semantics mrow mi mn mo mtext mspace msup msub msubsup mfrac msqrt mroot mover "
  + "munder munderover mtable mtr mtd mstyle mpadded mphantom").split(" "));
const attributes = new Set(("display mathvariant stretchy fence separator form lspace rspace minsize maxsize "
  + "columnalign rowspacing columnspacing displaystyle scriptlevel width accent movablelimits").split(" "));

/**
 * @param {string} markup one `<math>` element
 * @returns {Element | Text} the formula, or the plain text where it does not parse
 */
export function formula(markup) {
  const parsed = new DOMParser().parseFromString(markup, "text/html").body.firstElementChild;
  return parsed?.localName === "math" ? copied(parsed) : document.createTextNode(markup);
}

const tall = "mfrac, msqrt, mroot, mtable, msup, msubsup, mover, munder, munderover";

/** The few words of formulas in the language of the page. @param {string} text */
function inLanguage(text) {
  return document.documentElement.lang.startsWith("zh") ? formulaWords[text.trim()] ?? text : text;
}

/** @param {Element} source @returns {Element} */
function copied(source) {
  const result = document.createElementNS(space, source.localName);
  for (const attribute of source.attributes) {
    if (attributes.has(attribute.name)) result.setAttribute(attribute.name, attribute.value);
  }
  // A bracket around a mere y would stretch to its descender.
  if (source.localName === "mo" && !source.parentElement?.querySelector(tall)) result.setAttribute("stretchy", "false");
  for (const child of source.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) result.append(inLanguage(child.textContent ?? ""));
    else if (child instanceof Element && elements.has(child.localName)) result.append(copied(child));
  }
  return result;
}
