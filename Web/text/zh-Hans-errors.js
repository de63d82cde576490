/** What is wrong with a scene or a formula, in simplified Chinese. */

const expected = {
  value: "数、坐标、函数或“(”", operator: "运算符（如 +）", end: "结尾", coordinate: "坐标",
  definition: "定义（如“a = 1”）", range: "范围（如“0…3”）", "]": "与之配对的括号",
};

/** @param {string[]} [names] */
function alternatives(names = []) {
  return names.map((name) => expected[name] ?? `“${name}”`).join("或");
}

export const errors = {
  unexpectedCharacter: ({ found }) => `公式里不能出现“${found}”。`,
  unexpectedToken: ({ found, expected: names }) => `此处不能是“${found}”，应为${alternatives(names)}。`,
  unexpectedEnd: ({ expected: names }) => `公式没有写完，后面还应有${alternatives(names)}。`,
  unknownName: ({ found }) => `“${found}”既不是坐标，也不是函数。若想把它当作参数，请在“其中”一栏写上“${found} = 1”。`,
  wrongArgumentCount: ({ found, needed }) => `${found} 需要 ${needed} 个自变量。`,
  wrongComponentCount: ({ needed }) => (needed === 1 ? "这里只要一个式子。"
    : `${needed === 2 ? "平面" : "空间"}向量场要写 ${needed} 个式子，或者一个结果为向量的式子。`),
  notAScalar: () => "这里要的是一个数，不是向量。",
  notAVector: () => "这里要的是向量，例如 (x, y)。",
  differentSizes: () => "这些向量的分量个数不同，或者个数不对。",
  circularDefinition: ({ found }) => `“${found}”的定义又用到了它自己。`,
  reservedName: ({ found }) => `“${found}”已有固定含义，请换一个名字。`,
  definedTwice: ({ found }) => `“${found}”定义了两次。`,
  notConstant: () => "参数和它的范围只能是具体的数，不能含 x 或 y。",
  emptyRange: () => "范围是空的：请先写较小的一端，例如 0…3。",
  tooLarge: () => "全部展开以后，这个公式太大了。",
  numberTooLarge: () => "这个数超出了能表示的最大数，约 1.8e308。",
  unknownParameter: ({ found }) => `公式里没有参数“${found}”。`,
  notSettings: ({ key }) => `“${key}”要写参数的取值，例如 a=2,b=-0.5。`,
  unknownVersion: () => "它不是以“v1;”开头的。",
  unknownBench: ({ found }) => `没有叫“${found}”的实验台。`,
  notAssignment: ({ found }) => `“${found}”不是“键=值”的形式。`,
  unknownKey: ({ found }) => `这里没有“${found}”这个选项。`,
  unknownWord: ({ key, found }) => `“${key}”没有“${found}”这个选项。`,
  notNumbers: ({ key, needed }) => needed === 1 ? `“${key}”需要一个数。` : `“${key}”需要 ${needed} 个用逗号隔开的数。`,
  notADistribution: ({ key }) => `“${key}”至少要有两个数，不能为负，也不能全为零。`,
  differentCounts: () => "p、q 和名称的个数必须相同。",
  notText: () => "这不是文本。",
  tooLong: () => "公式太长了。",
  tooDeep: () => "公式嵌套太深，请减少括号的层数。",
};
