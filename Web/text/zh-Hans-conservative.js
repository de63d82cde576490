/** The texts of the bench of conservative fields, and of critical points, in simplified Chinese. */
export const conservative = {
  title: "是保守场吗？",
  label: "画着从 A 到 B 的两条路的平面",
  description: "向量场中有两条从 A 到 B 的路。沿两条路的功并排列出，下面说明这个场有没有势函数。",
  keys: "方向键移动一个点，加 Shift 走大步，加 Alt 走小步；方括号键换一个点；加号、减号缩放；按 ? 查看全部按键。",
  hint: "拖动 A、B 和折点 · 也可以重新画一条路",
  lead: "做的功与走哪条路有关吗？如果永远无关，这个场就是保守场：它是某个势函数的梯度，功等于势函数在两端之差。"
    + "要说明有关，两条路就够了；要说明无关，试多少条路也不够，得看旋度，还要看有没有洞。",
  presets: {
    turning: "⟨0, x·y⟩", gradient: "⟨2x·y, x² + 2y⟩", vortex: "无旋涡旋", source: "点源", shear: "剪切流", waves: "波",
  },
  hand: "拖动时",
  hands: { move: "移动点", path: "画第 1 条路", detour: "画第 2 条路" },
  names: ["1", "2"],
  corner: (path, at) => `第 ${path} 条路的第 ${at} 个折点`,
  holding: (name) => `方向键现在移动${name}。`,
  readout: "从 A 到 B",
  rows: {
    work: "沿第 1 条路的功", otherWork: "沿第 2 条路的功", difference: "绕一圈：沿 1 去，沿 2 回",
    verdict: "是保守场吗？", curl: "旋度", potential: "势函数之差",
  },
  differences: {
    true: "相等。但这只是两条路，单凭这一点什么也证明不了。",
    false: "不相等：功与路径有关。",
  },
  verdicts: { conservative: "保守场", notConservative: "不是保守场", undecided: "无法判定" },
  because: {
    noCurl: "旋度已证明为零，而且在所示范围内没有洞。",
    holesWithout: (count) => `旋度已证明为零，绕${count === 1 ? "那个洞" : `这 ${count} 个洞中的任何一个`}走一圈，做功都是零。`,
    hole: ({ circulation, text }) => `旋度为零，但在 ${text.point} 处有一个洞：每绕它一圈，做功 ${circulation.text}。`,
    loop: ({ circulation, text }) => `沿以 ${text.point} 为圆心、半径 ${text.radius} 的虚线圆走一圈，做功 ${circulation.text}。`,
    curl: "旋度已证明不为零。",
    undecided: "旋度小得与舍入误差分不开，代数上也没能证明它为零。",
  },
  curls: {
    zero: () => "凡是场有定义的地方，旋度都已证明为零。",
    nonzero: ({ pointText }) => `这是在 ${pointText} 处的值；它的上下界不把零夹在中间，可见不为零。`,
    open: ({ toleranceText }) => `这是见到的最大值；单是舍入误差就可能有 ${toleranceText}。`,
  },
  sameForAll: "无论走哪条路，功都是这么多。",
  integrated: "势函数由数值积分得到，没有公式表达式。",
  local: "每一点附近都有势函数，但没有一个通用于整个区域。",
  spoken: (reading, verdict) => `从 ${reading.text.from} 到 ${reading.text.to}：沿第 1 条路做功 ${reading.work.text}，`
    + `沿第 2 条路做功 ${reading.otherWork.text}。结论：${verdict}。`,
  tries: [
    {
      text: "一圈什么也证明不了。这里两条路的功相等，先猜：它是保守场吗？再移动一个折点看看。",
      set: { F: "0, x y", from: "-1,0", to: "1,0", path: "-1,1,1,1", detour: "-1,-1,1,-1" },
    },
    {
      text: "随你怎么画第 2 条路，功会变吗？从等势线上直接读出来。",
      set: { F: "2x y, x^2 + 2y" },
    },
    {
      text: "这个涡旋的旋度处处为零。把第 2 条路拖到中心的另一边，再拖回来，差了多少？",
      set: {
        F: "-y/(x^2 + y^2), x/(x^2 + y^2)", from: "-2,0", to: "2,0", path: "-1.5,1.5,1.5,1.5", detour: "-1,0.5,1,0.5",
      },
    },
    {
      text: "点源也有一个洞。从两边绕过它，功一样吗？先猜再看。",
      set: {
        F: "x/(x^2 + y^2), y/(x^2 + y^2)", from: "-2,0", to: "2,1", path: "-1.5,1.5,1.5,1.5", detour: "-1.5,-1.5,1.5,-1.5",
      },
    },
    {
      text: "旋度能小到什么程度？这里只有 0.000000001，它仍然不是保守场：这是证明出来的，不是量出来的。",
      set: { F: "0, 1e-9 x" },
    },
  ],
};

export const critical = {
  title: "临界点",
  columns: ["位置", "类型", "指标"],
  unproven: "（未证明）",
  gap: "",
  none: "所示范围内没有临界点。",
  more: (count) => `只列出最低的几个，另有 ${count} 个。`,
  completeness: {
    proven: "已证明：所示范围内没有别的临界点。",
    provenElsewhere: "已证明：除了退化点近旁和场没有定义的地方，没有别的临界点。",
    notProven: "可能还有遗漏。",
  },
  exhausted: "还没有看遍整个范围，搜索就停下了。",
  indexCheck: {
    agrees: ({ text }) => `沿所示范围的边界走一圈，场转了 ${text} 圈，正是各点指标之和。`,
    disagrees: ({ text }) => `沿所示范围的边界走一圈，场转了 ${text} 圈，与各点指标之和不符。`,
    open: () => "",
  },
};
