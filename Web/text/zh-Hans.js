import { conservative, critical } from "./zh-Hans-conservative.js";
import { errors } from "./zh-Hans-errors.js";
import { descent } from "./zh-Hans-descent.js";
import { space } from "./zh-Hans-space.js";

/** Every visible string, in simplified Chinese. */

const layers = {
  arrows: "箭头", streamlines: "流线", particles: "粒子", dye: "染料", divergence: "散度着色", curl: "旋度着色",
  lens: "透镜", height: "高度着色", contours: "等高线", strain: "应变主轴", potential: "势函数",
  critical: "临界点", separatrices: "分界线", nullclines: "零斜线", cycles: "极限环", texture: "纹理",
};

/** Words that stand in formulas. @type {Record<string, string>} */
export const formulaWords = { if: "若\u00a0", otherwise: "否则", undefined: "无定义" };

export const chinese = {
  title: "Nabla：场与分布",
  benches: {
    field: "向量场", gradient: "梯度", descent: "下降", divergence: "散度", curl: "旋度", conservative: "保守场", rotor: "空间旋度", charge: "点电荷",
    information: "信息",
  },
  badLink: "这个链接打不开。",
  broken: "实验室没能启动。",
  /** @param {any} error */
  explain: (error) => errors[error.code]?.(error) ?? "这里写错了。",
  common: {
    benches: "实验台",
    language: "语言",
    theme: "外观",
    themes: { light: "浅色", dark: "深色", auto: "跟随系统" },
    skip: "跳到实验台",
    presets: "示例",
    ownField: "自己写一个场",
    where: { label: "其中", example: "a = 1 in 0…3, r = hypot(x, y)" },
    parameters: "参数",
    trail: { how: "怎么得到？", howLabel: (name) => `${name}是怎么得到的`, copy: "复制为 LaTeX", copied: "已复制" },
    show: "显示",
    layers,
    colorBy: "着色",
    colors: { none: "无", magnitude: "大小", divergence: "散度", curl: "旋度" },
    tools: "图形工具",
    play: "播放（空格）",
    pause: "暂停（空格）",
    restart: "重新开始（R）",
    zoomIn: "放大（+）",
    zoomOut: "缩小（−）",
    fit: "显示全图（双击）",
    help: "按键说明（?）",
    keys: "方向键移动该点，加 Shift 走大步，加 Alt 走小步；加号、减号缩放；按 ? 查看全部按键。",
    radius: "半径",
    tries: "试一试",
    showMe: "看演示",
    valuesTitle: "用表格看这幅图",
    point: "点", value: "向量", length: "大小", divergence: "散度", curl: "旋度",
    undefined: "无定义",
    noValue: "在这一点没有有限的值。",
    divergenceSign: [
      "为负：流进的比流出的多，这里是汇，染料滴会缩小。",
      "为零：流出多少就流进多少，染料滴的面积不变。",
      "为正：流出的比流进的多，这里是源，染料滴会变大。",
    ],
    curlSign: [
      "为负：漂在这里的树叶会顺时针转。",
      "为零：漂在这里的树叶只漂不转。",
      "为正：漂在这里的树叶会逆时针转。",
    ],
  },
  field: {
    title: "向量场",
    label: "画着向量场和探针的平面",
    description: "平面上每一点都有一支箭头。探针精确读出所在点的向量。",
    hint: "指哪读哪 · 拖动平移 · 点一下图再用滚轮缩放",
    lead: "向量场给平面上的每一点配一支箭头：可以是风，是水流，也可以是梯度。指向任何一点，读出那里的箭头。",
    presets: {
      descent: "梯度下降（汇）", source: "源", vortex: "涡旋", saddle: "鞍点", shear: "剪切流", uniform: "均匀流",
      spiral: "螺旋", pendulum: "单摆",
    },
    lens: {
      title: "透镜",
      label: "场的线性部分及其分解",
      rows: { type: "此处流动的类型", eigenvalues: "特征值" },
      note: "透镜里只留下场的线性部分，也就是减去该点的 F 之后，F 在附近的一阶变化。它是膨胀、旋转、剪切三者之和；"
        + "着色的图形是一滴圆形染料在各部分作用下变成的样子。",
      types: {
        uniform: "均匀", sink: "汇（结点）", starSink: "汇（星形）", degenerateSink: "汇（退化结点）",
        spiralIn: "向内螺旋（焦点）", centre: "中心", spiralOut: "向外螺旋（焦点）", degenerateSource: "源（退化结点）",
        starSource: "源（星形）", source: "源（结点）", saddle: "鞍点", spiralSaddle: "鞍焦点", shear: "剪切",
        degenerate: "退化", undecided: "无法判定",
      },
      notes: {
        uniform: "四周的场都一样，没有线性部分。",
        sink: "特征值是两个负实数：从四面八方靠拢，不打转。",
        starSink: "每个方向都是特征方向，特征值是同一个负数：笔直地靠拢。",
        degenerateSink: "两个负特征值相等而只有一个特征方向：一面靠拢，一面弯向这个方向。",
        spiralIn: "复特征值，实部为负：边转边靠拢。",
        centre: "纯虚特征值：一圈又一圈，不近也不远。",
        spiralOut: "复特征值，实部为正：边转边远离。",
        degenerateSource: "两个正特征值相等而只有一个特征方向：弯着离开这个方向，越走越远。",
        starSource: "每个方向都是特征方向，特征值是同一个正数：笔直地远离。",
        source: "特征值是两个正实数：向四面八方远离，不打转。",
        saddle: "特征值一正一负：沿一个方向靠拢，沿另一个方向远离。",
        spiralSaddle: "在一个平面里转着靠拢或远离，沿轴则相反。",
        shear: "两个特征值都是零，线性部分却不为零：一层层彼此错动。",
        degenerate: "有一个特征值为零：整条直线都静止不动。",
        undecided: "场在这一点不可微。",
      },
      unsure: (types) => `舍入误差之内无法分清是哪一种：${types.join("、")}。`,
      spoken: ({ type, text }) => `透镜：${chinese.field.lens.types[type]}，特征值 ${text.eigenvalues}，膨胀 ${text.expansion}，`
        + `旋转 ${text.angularVelocity}，剪切 ${text.shearRate}。`,
    },
    at: (point) => `在点 ${point} 处`,
    rows: { value: "向量", length: "大小", divergence: "散度", curl: "旋度" },
    spoken: (text) => `在点 ${text.point}：向量 ${text.value}，大小 ${text.length}，散度 ${text.divergence}，旋度 ${text.curl}。`,
    tries: [
      {
        text: "剪切流的流线全是直线，旋度却处处为 −1：夹在快慢两层水之间的树叶会被搓得转起来。走直线不等于不旋转。",
        set: { F: "y, 0", show: "arrows,streamlines,curl" },
      },
      {
        text: "梯度下降：每个粒子都流向 (x² + y²)/2 的最小值点。梯度场没有旋度，所以谁也不会兜圈子。",
        set: { F: "-x, -y", show: "arrows,particles" },
      },
      {
        text: "左转的涡和右转的涡在哪里交界？按旋度着色，再顺着流线看。",
        set: { F: "sin(y), sin(x)", show: "streamlines,curl", view: "-6,6,-6,6" },
      },
      {
        text: "膨胀、旋转、剪切当中，剪切流由哪两样合成？先猜，再用透镜看。",
        set: { F: "y, 0", show: "arrows,lens", probe: "0,0" },
      },
      {
        text: "有摩擦 b 的单摆。把透镜放到 (0, 0) 和 (π, 0)，也就是下垂和倒立的位置，再把摩擦减到零。",
        set: {
          F: "y, -sin x - b y where b = 0.2 in 0…2", show: "arrows,lens", probe: "0,0", view: "-5,5,-4,4",
        },
      },
      {
        text: "鞍点中心的散度和旋度都是零，可是场在那里并非无所作为。它做了什么？",
        set: { F: "x, -y", show: "arrows,streamlines", probe: "0,0" },
      },
      {
        text: "这个振子除一点以外，无论从哪里出发都会落到同一个环上。为什么这个环一定围着两条零斜线的交点？把 m 减到零，环还在吗？",
        set: {
          F: "y, m (1 - x^2) y - x where m = 1 in 0…3", show: "particles,critical,nullclines,cycles", view: "-4,4,-4,4",
        },
      },
      {
        text: "单摆从哪些状态出发，会先翻过一圈再停下来？鞍点的分界线把它们分开。",
        set: {
          F: "y, -sin x - b y where b = 0.2 in 0…2", show: "critical,separatrices,texture", view: "-7,7,-4,4",
        },
      },
    ],
  },
  gradient: {
    title: "梯度",
    label: "画着等高线和转盘的平面",
    description: "从上往下看一座山。探针处的转盘问：朝某个方向走有多陡？梯度就是最陡上坡方向的箭头。",
    keys: "方向键移动该点，加 Shift 走大步，加 Alt 走小步；Ctrl 加方向键，或方括号键，转动转盘；加号、减号缩放；"
      + "按 ? 查看全部按键。",
    hint: "拖小圈转动方向 · 拖动点",
    ownField: "自己写一座山",
    lead: "山有多陡，要看朝哪个方向走。梯度指向最陡的上坡方向，长度就是那里的坡度，并且垂直于等高线；"
      + "朝其他方向走，坡度等于梯度在该方向上的投影。",
    presets: {
      hill: "山丘", saddle: "鞍面", monkey: "猴鞍面", himmelblau: "四个谷（Himmelblau）", ravine: "峡谷（Rosenbrock）",
      wave: "平面波",
    },
    at: (point) => `在点 ${point} 处`,
    types: {
      minimum: "极小值点", maximum: "极大值点", saddle: "鞍点", degenerate: "退化点", undecided: "无法判定",
    },
    rows: {
      value: "高度", gradient: "梯度", length: "最大坡度，即梯度的大小", slope: "沿 u 的方向导数", laplacian: "拉普拉斯算子",
      hessian: "二阶导数",
    },
    direction: "u 的方向",
    turnTo: "把 u 转到",
    turns: { up: "最陡上坡", level: "沿等高线", down: "最陡下坡" },
    verdicts: {
      up: ({ length }) => `最陡上坡：u 与梯度同向，方向导数为 ${length}。`,
      down: () => "最陡下坡：u 与梯度反向。",
      level: () => "沿等高线：u 与梯度垂直，方向导数为 0。",
      rising: ({ angle, length }) => `上坡：${length} · cos ${angle}。`,
      falling: ({ angle, length }) => `下坡：${length} · cos ${angle}。`,
      flat: () => "梯度为零：朝哪个方向，方向导数都是 0。",
      undefined: () => "在这一点没有梯度。",
    },
    critical: {
      minimum: "为零：这里是谷底。", maximum: "为零：这里是山顶。", saddle: "为零：这里是鞍点，有高有低。",
      degenerate: "为零，而二阶导数判断不了这里是什么。", undecided: "为零，但舍入误差之内判断不了这里是什么。",
    },
    laplacianSign: ["为负：这里比四周的平均高。", "为零：这里与四周的平均一样高。", "为正：这里比四周的平均低。"],
    curveLabel: "方向导数随 u 的方向的变化",
    curveSpoken: ({ length, slope, direction }) => `方向导数随 u 的方向的变化：最大 ${length}，在 ${direction} 处为 ${slope}`,
    spoken: (text, verdict) => `在点 ${text.point}：高度 ${text.value}，梯度 ${text.gradient}，沿 ${text.direction} 的方向导数 `
      + `${text.slope}。${verdict}`,
    tries: [
      {
        text: "先猜，再转转盘：方向导数在哪两个方向上为零？它们与梯度、与等高线成什么角度？",
        set: { f: "4 exp(-(x^2 + y^2)/4)", probe: "1,1", direction: "0" },
      },
      {
        text: "与梯度成 60° 角的方向上，坡度是最大坡度的三分之二，还是一半？先猜，再看曲线。",
        set: { f: "x + 2y", probe: "0,0", direction: "3.43494882292201" },
      },
      {
        text: "让点沿着峡谷的谷底走。梯度几乎从不指向最低处，所以普通的梯度下降在这里会来回折返。",
        set: {
          f: "((1 - x)^2 + b (y - x^2)^2)/100 where b = 100 in 1…100", view: "-2,2,-1,3", probe: "-0.5,0.6", show: "height,contours,arrows",
        },
      },
      {
        text: "Himmelblau 的地形里有几个谷、几个鞍点、几个山顶？找出梯度为零的点。",
        set: { f: "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", view: "-5,5,-5,5", probe: "3,2", direction: "45" },
      },
      {
        text: "猴鞍面的中心，两条腿和一条尾巴都往下走。二阶导数在那里说了什么？",
        set: { f: "(x^3 - 3x y^2)/3", view: "-2,2,-2,2", probe: "0,0" },
      },
    ],
  },
  descent,
  conservative,
  critical,
  divergence: {
    title: "散度",
    label: "画着向量场、圆和一滴染料的平面",
    description: "向量场中的一个圆。穿过圆周的通量与圆内散度的积分并列给出。",
    hint: "拖动圆 · 拖圆周上的小圈改变大小",
    restart: "重新滴一滴染料（R）",
    lead: "散度说明场从一点向外散开的程度：小圆的流出通量除以它的面积。高斯定理：从圆周流出的总量，等于散度在圆内的积分。",
    presets: { source: "源", sink: "汇", incompressible: "不可压缩", waves: "波浪", pointSource: "点源" },
    readout: "这个圆",
    rows: { flux: "圆周的流出通量", integral: "圆内散度的积分", centre: "圆心处的散度", dye: "染料面积与最初之比" },
    fluxSign: ["为负：流进圆的比流出的多。", "为零：流进多少就流出多少。", "为正：流出圆的比流进的多。"],
    spoken: (reading, [x, y, r]) => `圆心 (${x}, ${y})，半径 ${r}：通量 ${reading.flux.text}，圆内散度积分 ${reading.integral.text}。`,
    tries: [
      {
        text: "源 ⟨x, y⟩ 的散度处处是 2，所以不论圆放在哪里，通量都是 2πr²。把圆拖离原点看看。",
        set: { F: "x, y", circle: "1,0.5,1" },
      },
      {
        text: "在不可压缩的流里，染料被拉成细丝，面积却始终不变。",
        set: { F: "x, -y", circle: "0,0,0.6", show: "arrows,dye" },
      },
      {
        text: "点源除中心外散度处处为零，在中心则为无穷大。圆套住原点时，不论半径多大，通量都是 2π；没套住，就是 0。",
        set: { F: "x/(x^2 + y^2), y/(x^2 + y^2)", circle: "0,0,1", show: "arrows" },
      },
      {
        text: "在波浪场里找一个圆，让进出恰好相抵。",
        set: { F: "sin(x), sin(y)", circle: "1.5,0,1", view: "-6,6,-6,6" },
      },
    ],
  },
  curl: {
    title: "旋度",
    label: "画着向量场和桨轮的平面",
    description: "水流中的一个桨轮。它的角速度是旋度的一半；轮缘的环量与轮内旋度的积分并列给出。",
    hint: "拖动桨轮 · 拖轮缘上的小圈改变大小",
    restart: "让桨轮停下重来（R）",
    lead: "旋度说明水流怎样带着漂浮物打转。水流推动桨叶，小桨轮最后的角速度是旋度的一半；旋度为正，就逆时针转。",
    presets: { vortex: "涡旋", shear: "剪切流", irrotational: "无旋涡旋", uniform: "均匀流" },
    wheel: "桨轮",
    carried: "随流漂动",
    readout: "桨轮读数",
    rows: { omega: "角速度", limit: "轮心处旋度的一半", circulation: "轮缘的环量", integral: "轮内旋度的积分" },
    senses: { counterclockwise: "桨轮逆时针转。", clockwise: "桨轮顺时针转。", still: "桨轮不转。" },
    stokes: "斯托克斯定理：场在轮内光滑时，它与环量相等。",
    spoken: (reading, [x, y, r], wheel) => `桨轮位于 (${x}, ${y})，半径 ${r}：角速度 ${wheel.text.angularVelocity}，`
      + `环量 ${reading.circulation.text}，轮内旋度积分 ${reading.integral.text}。`,
    tries: [
      {
        text: "先猜再看：剪切流里的水全都直着往前流，桨轮会往哪边转？",
        set: { F: "y, 0", wheel: "0,0,0.6" },
      },
      {
        text: "只漂不转：在无旋的涡旋里，随流的桨轮绕着中心走，朝向却始终不变。",
        set: { F: "-y/(x^2 + y^2), x/(x^2 + y^2)", wheel: "1.6,0,0.35", carried: "on", show: "arrows" },
      },
      {
        text: "只转不漂：把桨轮放在涡旋中心，让它随流。",
        set: { F: "-y, x", wheel: "0,0,0.6", carried: "on" },
      },
      {
        text: "把桨轮移到无旋涡旋的中心：轮缘的环量是 2π，而除中心外旋度处处为零。斯托克斯定理对此怎么说？",
        set: { F: "-y/(x^2 + y^2), x/(x^2 + y^2)", wheel: "0,0,0.8", carried: null, show: "arrows" },
      },
    ],
  },
  ...space,
  information: {
    title: "信息",
    label: "概率 p 和 q 的条形图",
    curveLabel: "p 对 q 的 Rényi 散度随阶数 α 的变化",
    termsLabel: "每种结果在 p 对 q 的 KL 散度中的贡献",
    description: "每种结果各有一根 p 条和一根 q 条。左右键选择，上下键增减，加 Shift 走大步，加 Alt 走小步；按 ? 查看全部按键。",
    hint: "拖动一根条，其余的自动让位",
    restart: "重新开始（R）",
    swap: "交换 p 和 q",
    lead: "同一组结果上的两个分布。各自有多不确定？彼此相差多远？答案不止一个，而且多半分方向。",
    presets: { coin: "公平与不公平的硬币", die: "灌铅骰子", humps: "双峰", impossible: "不可能的结果", iris: "鸢尾花物种" },
    names: {
      heads: "正面", tails: "反面", rain: "雨", sun: "晴", snow: "雪", setosa: "山鸢尾", versicolor: "变色鸢尾",
      virginica: "弗吉尼亚鸢尾",
    },
    unit: "单位",
    units: { nats: "奈特", bits: "比特" },
    readout: "有多不确定，相差多远",
    rows: {
      entropyP: "p 的熵", entropyQ: "q 的熵", crossEntropyPQ: "交叉熵", crossEntropyQP: "交叉熵",
      klPQ: "KL 散度", klQP: "反向 KL 散度", js: "JS 散度", renyi: "Rényi 散度",
    },
    bound: (bound) => `两个方向相同，不超过 ${bound}。`,
    alpha: "Rényi 散度的阶数 α",
    limits: "阶数",
    alphaNotes: {
      zero: "α → 0：只问 p 容许哪些结果，以及 q 有多少落在其中。",
      one: "α → 1：就是 KL 散度。",
      infinity: "α → ∞：只看最坏的结果，即最大的 p/q 的对数。",
      between: "α 小，看重两者都有概率之处；α 大，看重 p 远大于 q 之处。",
    },
    infinite: (measure, name) => {
      const [first, second] = /QP$/.test(measure) ? ["q", "p"] : ["p", "q"];
      const symbol = measure.startsWith("kl") ? `D(${first} ‖ ${second})`
        : measure.startsWith("cross") ? `H(${first}, ${second})` : `D_α(${first} ‖ ${second})`;
      return `${symbol} 为无穷大，原因在“${name}”：${first} 认为它会发生，${second} 认为它不可能。`;
    },
    unbalance: "样本 p 中山鸢尾的朵数",
    flowers: (count) => `50 朵中取 ${count} 朵`,
    outcome: "结果",
    bar: (series, name, value) => `“${name}”的 ${series}：${value}`,
    spoken: (text) => `p 的熵 ${text.entropyP}，q 的熵 ${text.entropyQ}；p 对 q 的 KL 散度 ${text.klPQ}，`
      + `q 对 p 的 KL 散度 ${text.klQP}；JS 散度 ${text.js}。`,
    tries: [
      { text: "交换 p 和 q：交叉熵和 KL 散度会变，JS 散度不变。", preset: "coin" },
      {
        text: "p 认为可能的事，q 却认为不可能，D(p ‖ q) 就成了无穷大：把会发生的事说成不可能，多大的有限代价都补不回来。JS 散度仍然有限。",
        preset: "impossible",
      },
      {
        text: "p 有两个峰，q 只有一个。D(p ‖ q) 要求 q 盖住两个峰，D(q ‖ p) 要求 q 避开空谷。拖动 q，看看怎样才能让它们各自变小。",
        preset: "humps",
      },
      {
        text: "从样本里逐渐拿走山鸢尾，直到一朵不剩。哪个散度会变成无穷大？为什么只有一个？",
        preset: "iris", set: { p: "10,50,50" },
      },
    ],
  },
  help: {
    title: "按键",
    keys: [
      [["空格"], "播放或暂停"],
      [["R", "0"], "重新开始"],
      [["←", "→", "↑", "↓"], "移动探针、圆或桨轮；在空间里转动视角或转轴；选择并增减条形"],
      [["Shift", "Alt"], "与方向键同按：大步、小步"],
      [["+", "−"], "缩放"],
      [["[", "]"], "缩小、放大圆、桨轮或透镜；转动梯度的转盘或地形"],
      [[",", "."], "后退、前进一次迭代"],
      [["Ctrl"], "与方向键同按：转动梯度的转盘"],
      [["Esc"], "离开图形"],
      [["?"], "本页"],
    ],
    note: "先点一下图，或用 Tab 键移到图上。鼠标：拖动平移，滚轮在光标处缩放，双击显示全图。手指：拖动，两指缩放。",
    close: "关闭",
  },
};
