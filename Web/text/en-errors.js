/** What is wrong with a scene or a formula, in English. */

const expected = {
  value: "a number, a coordinate, a function or “(”", operator: "an operator such as +", end: "the end",
  coordinate: "a coordinate", definition: "a definition such as “a = 1”", range: "a range such as “0…3”",
  "]": "the bracket that closes this one",
};

/** @param {string[]} [names] */
function alternatives(names = []) {
  const words = names.map((name) => expected[name] ?? `“${name}”`);
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}`;
}

export const errors = {
  unexpectedCharacter: ({ found }) => `“${found}” means nothing in a formula.`,
  unexpectedToken: ({ found, expected: names }) => `“${found}” cannot stand here: expected ${alternatives(names)}.`,
  unexpectedEnd: ({ expected: names }) => `Something is missing at the end: expected ${alternatives(names)}.`,
  unknownName: ({ found }) => `“${found}” is no coordinate and no function. If it is meant as a parameter, write `
    + `“${found} = 1” under “where”.`,
  wrongArgumentCount: ({ found, needed }) => `${found} takes ${needed === 1 ? "one argument" : `${needed} arguments`}.`,
  wrongComponentCount: ({ needed }) => (needed === 1 ? "One expression is needed here."
    : `A field of ${needed === 2 ? "the plane" : "space"} needs ${needed} expressions, or one that is a vector.`),
  notAScalar: () => "One number is needed here, not a vector.",
  notAVector: () => "A vector is needed here, such as (x, y).",
  differentSizes: () => "These vectors have different numbers of components, or the wrong one.",
  circularDefinition: ({ found }) => `“${found}” is defined by itself.`,
  reservedName: ({ found }) => `“${found}” already means something; choose another name.`,
  definedTwice: ({ found }) => `“${found}” is defined twice.`,
  notConstant: () => "A parameter and its range are plain numbers, without x or y.",
  emptyRange: () => "This range is empty: the smaller end comes first, as in 0…3.",
  tooLarge: () => "Written out, this becomes too large.",
  numberTooLarge: () => "This number is larger than the largest there is, about 1.8e308.",
  unknownParameter: ({ found }) => `The formula has no parameter “${found}”.`,
  notSettings: ({ key }) => `“${key}” takes values of parameters, such as a=2,b=-0.5.`,
  unknownVersion: () => "It does not begin with “v1;”.",
  unknownBench: ({ found }) => `There is no bench “${found}”.`,
  notAssignment: ({ found }) => `“${found}” is not of the form key=value.`,
  unknownKey: ({ found }) => `“${found}” is not known here.`,
  unknownWord: ({ key, found }) => `“${key}” does not know “${found}”.`,
  notNumbers: ({ key, needed }) => needed === 1 ? `“${key}” takes a number.` : `“${key}” takes ${needed} numbers with commas between.`,
  notADistribution: ({ key }) => `“${key}” needs at least two numbers, none negative and not all zero.`,
  differentCounts: () => "p, q and their names must be equally many.",
  notText: () => "This is not text.",
  tooLong: () => "This formula is too long.",
  tooDeep: () => "This formula is nested too deeply; write it flatter.",
};
