import { slider } from "./controls.js";
import { element } from "./element.js";

/**
 * A parameter of the scene's formula, as the module tells it.
 *
 * @typedef {{ name: string, value: number, lower: number, upper: number, step: number, text: string }} Parameter
 */

/**
 * A slider for each parameter of the formula.
 *
 * @param {string} legend
 * @param {(settings: string) => void} onchange called with all values, as a scene writes them
 */
export function parameterSliders(legend, onchange) {
  const list = element("div", { class: "sliders" });
  const group = element("fieldset", { class: "parameters", hidden: true },
    element("legend", { class: "heading" }, legend), list);
  /** @type {Map<string, ReturnType<typeof slider>>} */
  let sliders = new Map();
  let shape = "";
  /** @type {Map<string, number>} */
  let values = new Map();

  /** @param {Parameter[]} parameters */
  function rebuild(parameters) {
    sliders = new Map(parameters.map(({ name, lower, upper, step }) => [name, slider({
      label: name, min: lower, max: upper, step,
      oninput: (value) => {
        values.set(name, value);
        onchange([...values].map(([key, number]) => `${key}=${number}`).join(","));
      },
    })]));
    list.replaceChildren(...[...sliders.values()].map((each) => each.element));
    group.hidden = parameters.length === 0;
  }

  return {
    element: group,
    /** @param {Parameter[]} parameters */
    set(parameters) {
      const now = JSON.stringify(parameters.map(({ name, lower, upper }) => [name, lower, upper]));
      // A slider that is being held must stay the same element.
      if (now !== shape) rebuild(parameters);
      shape = now;
      values = new Map(parameters.map(({ name, value }) => [name, value]));
      for (const { name, value, text } of parameters) sliders.get(name)?.set(value, text);
    },
  };
}
