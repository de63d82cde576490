const kinds = {
  minimum: "极小值点", maximum: "极大值点", saddle: "鞍点", degenerate: "退化点", undecided: "临界点",
};

const runners = {
  flow: "梯度流", gd: "梯度下降", momentum: "动量法", nesterov: "Nesterov 加速", rmsprop: "RMSProp", adam: "Adam",
  adamw: "AdamW", newton: "牛顿法", lbfgs: "L-BFGS",
};

export const descent = {
  title: "下降",
  label: "曲面，各优化器从同一起点下坡",
  description: "一个曲面，可从上方看等高线，也可从侧面看地形。各优化器与梯度流从同一起点下坡；表格给出各自到达的损失。",
  keys: "方向键移动起点，Shift 大步，Alt 小步。逗号和句号后退或前进一次迭代。方括号、Page Up 和 Page Down 转动地形。加号和减号缩放。按 ? 看全部按键。",
  hint: "点击选起点 · 拖动起点 · 拖动地面",
  ownField: "自己写一个曲面",
  restart: "再跑一次（R）",
  lead: "优化器一步一步下坡，各用各的办法决定每步多长、朝哪里走。步子无限小的梯度下降就是梯度流。点击一个起点，看谁能到达。",
  presets: {
    ravine: "峡谷", rosenbrock: "Rosenbrock 山谷", himmelblau: "Himmelblau", beale: "Beale", saddle: "鞍面", monkey: "猴鞍面",
    pass: "山口", rastrigin: "Rastrigin", ackley: "Ackley",
  },
  runners,
  types: {
    minimum: "极小值点", maximum: "极大值点", saddle: "鞍点", degenerate: "退化点", undecided: "无法判定",
  },
  seen: "视角",
  views: { map: "俯视", relief: "地形" },
  pace: "每秒迭代",
  iteration: "迭代次数",
  iterationOf: (iteration, all) => `${iteration} / ${all}`,
  rate: "学习率 η",
  rateMeaning: "所有方法用同一个学习率。对梯度下降，一步是 η 乘以梯度；对 Adam 和 RMSProp，η 大致就是一步的长度。牛顿法的步长系数是 1，"
    + "L-BFGS 沿线搜索。梯度不大于 10⁻⁶ 时停下，最多 1000 步。",
  curvature: ({ curvature, slowest }) => `梯度流最慢处 ${slowest} 的最大曲率 λ = ${curvature}。`,
  limit: (limit) => limit === "∞" ? "没有上限，" : `上限 ${limit}，`,
  stable: "稳定",
  unstable: "不稳定",
  race: "比赛",
  columns: ["优化器", "损失", "状态"],
  underway: (iteration) => (iteration === 0 ? "在起点" : "途中"),
  flowTime: (time) => `时间 ${time}`,
  endings: {
    converged: ({ kind, steps }) => `${kinds[kind]}，${steps} 步`,
    tooManySteps: ({ steps }) => `途中，${steps} 步`,
    diverged: ({ steps }) => `发散，第 ${steps} 步`,
    unbounded: () => "无止境下落",
    notFinite: ({ steps }) => `离开定义域，第 ${steps + 1} 步`,
    stalled: ({ steps }) => `停滞，第 ${steps + 1} 步`,
    underway: () => "途中",
  },
  saddle: (held) => `在鞍点附近（梯度不到起点处的十分之一）停留：${held.map(({ name, lingering }) => (
    `${runners[name]} ${lingering.hasLeft ? `${lingering.steps} 步` : "再未离开"}`)).join("，")}。`,
  curveLabel: "各方法的损失随迭代次数的变化",
  readout: "曲率与梯度流",
  at: (point) => `在梯度流最慢处 ${point}`,
  rows: {
    curvature: "最大曲率", limit: "梯度下降的上限", farthest: "梯度下降与梯度流的距离", flow: "梯度流的去处", loss: "损失",
    gradient: "梯度", length: "梯度大小",
  },
  noStart: "起点处没有有限的损失。",
  limitNote: ({ isExceeded }) => (isExceeded
    ? "η 超过上限：沿最陡方向每一步都越过谷底，而且越摆越远。" : "η 低于上限：沿最陡方向每一步都更近。"),
  farthestNote: "第 k 步与 kη 时刻梯度流之间的最大距离。学习率减半，距离约减半。",
  flowEnds: ({ ending, kind }) => (ending === "stagnation" ? `静止于${kinds[kind]}。` : "不会静止。"),
  curvatures: ([value, eigenvalues, condition, limit], type) => `f = ${value} · 特征值 ${eigenvalues} · 条件数 ${condition}`
    + (type === "minimum" ? ` · 2/λmax = ${limit}` : ""),
  spokenRunner: (name, loss, ending) => `${name}：损失 ${loss}${ending ? `，${ending}` : ""}`,
  spoken: ({ start, rate }, iteration, parts) => `起点 ${start}，学习率 ${rate}，迭代 ${iteration} 次。${parts.join("；")}。`,
  tries: [
    {
      text: "先预测：峡谷的曲率是 1 和 50，所以上限是 2/50 = 0.04。学习率取 0.039 时梯度下降怎样走？取 0.0404 呢？",
      set: { rate: "0.0404", race: "flow,gd" },
    },
    {
      text: "学习率小，梯度下降就贴着梯度流走。把学习率减半，看它与梯度流的距离是否也减半。",
      set: {
        f: "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", view: "-5,5,-5,5", from: "-0.5,-0.5", rate: "0.002", race: "flow,gd",
      },
    },
    {
      text: "鞍点让谁都慢下来。起点离山脊只有千分之一：各方法要多少步才发觉？把起点移得离山脊更近，每多一个零都要再付同样的代价。",
      set: { f: "x^2 - y^2 + y^4/4", view: "-2.4,2.4,-2.4,2.4", from: "1.5,0.001", rate: "0.05" },
    },
    {
      text: "动量法容许更大的学习率：上限是 3.8/λmax。梯度下降越摆越远时，它仍能到达。",
      set: { rate: "0.045", race: "flow,gd,momentum" },
    },
    {
      text: "在地形里看 Rosenbrock 山谷：去最低点的路为什么这样长？",
      set: {
        f: "(1 - x)^2 + 100(y - x^2)^2", view: "-2,2,-1,3", from: "-1.2,1", rate: "0.001", race: "flow,gd,momentum,lbfgs",
        show: "height,contours,critical,relief", camera: "-120,40",
      },
    },
    {
      text: "同一起点，四个谷：哪些优化器与梯度流落进同一个谷？",
      set: {
        f: "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", view: "-5,5,-5,5", from: "-0.3,-1", rate: "0.015",
        race: "flow,gd,momentum,nesterov,rmsprop,adam,newton,lbfgs",
      },
    },
  ],
};
