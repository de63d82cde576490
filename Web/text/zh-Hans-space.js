/** The texts of the benches of space, in simplified Chinese. */
export const space = {
  rotor: {
    title: "空间旋度",
    label: "画着向量场和桨轮的空间",
    description: "空间水流中的一个桨轮。它绕自己的轴转，角速度是旋度在轴上分量的一半。",
    keys: "方向键转动视角或转轴（在图下方选择），加 Shift 走大步，加 Alt 走小步；加号、减号缩放；按 ? 查看全部按键。",
    hint: "拖轴端的小圈转动轴 · 拖别处转动视角",
    restart: "让桨轮停下重来（R）",
    lead: "在空间里，旋度是向量。捏住轴，把小桨轮放进水流：轴与旋度同向时转得最快，反向时倒着转，垂直时完全不转。"
      + "右手拇指指向旋度，其余四指弯曲的方向就是转动的方向。",
    presets: { rotation: "刚体旋转", shear: "剪切流", abc: "ABC 流", gradient: "梯度场" },
    readout: "桨轮读数",
    rows: { omega: "角速度", limit: "旋度在轴上分量的一半", curl: "轮心处的旋度", fastest: "可能的最大角速度", axis: "轴的方向" },
    senses: { forward: "按右手定则绕轴正转。", backward: "绕轴反转。", still: "桨轮不转。" },
    verdicts: {
      along: () => "轴与旋度同向：转得最快。",
      against: () => "轴与旋度反向：倒着转得最快。",
      across: () => "轴与旋度垂直：桨轮不转。",
      forward: ({ fastest, angle }) => `轴与旋度的夹角是 ${angle}：${fastest} · cos ${angle}。`,
      backward: ({ fastest, angle }) => `轴与旋度的夹角是 ${angle}：${fastest} · cos ${angle}。`,
      none: () => "这里旋度为零：绕哪根轴都不转。",
      undefined: () => "在这一点没有有限的值。",
    },
    turnTo: "把轴转到",
    axes: { along: "与旋度同向", against: "与旋度反向", across: "与旋度垂直" },
    place: "桨轮的位置",
    turnsLegend: "拖动时",
    turns: { view: "转动视角", thing: "改变轴向" },
    spoken: (text, verdict) => `轴 ${text.axis}，旋度 ${text.curl}：角速度 ${text.angularVelocity}。${verdict}`,
    tries: [
      {
        text: "水绕 z 轴旋转。先猜：桨轮绕哪根轴转得最快，绕哪些轴根本不转？再拖动轴看看。",
        set: { F: "-y, x, 0", axis: "20,30", probe: "0,0,0" },
      },
      {
        text: "剪切流里的水都沿 x 方向流，越高越快。桨轮绕哪根轴转？往哪边转？",
        set: { F: "z, 0, 0", axis: "0,90", probe: "0,0,0" },
      },
      {
        text: "ABC 流的旋度就是它自己：桨轮放到哪里，最好的轴就是那里的箭头。",
        set: {
          F: "A sin z + C cos y, B sin x + A cos z, C sin y + B cos x where A = 1 in 0…2, B = 1 in 0…2, C = 1 in 0…2",
          size: "3", probe: "1,0.5,-0.5", axis: "0,0",
        },
      },
      {
        text: "梯度场转不动任何桨轮，放在哪里、怎么拿都一样。试试看。",
        set: { F: "grad(x y + z^2/2)", probe: "1,0.5,0.5" },
      },
    ],
  },
  charge: {
    title: "点电荷",
    label: "画着电荷的场和球面的空间",
    description: "电荷的场中的一个球面。穿过球面的通量与球内散度的积分并列给出；颜色表示场从哪里穿出、从哪里穿入。",
    keys: "方向键转动视角或移动球面（在图下方选择），加 Shift 走大步，加 Alt 走小步；Page Up、Page Down 沿 y 方向移动；"
      + "方括号键改变大小；加号、减号缩放；按 ? 查看全部按键。",
    hint: "拖动球面 · 拖别处转动视角",
    lead: "电荷的场向四面八方散开，按 1/r² 减弱。包住电荷的闭曲面，不论什么形状，穿出的通量都一样：电荷为 1 时是 4π。"
      + "没有包住电荷的闭曲面，穿入多少就穿出多少。",
    presets: { charge: "点电荷", pair: "两个电荷", expansion: "均匀膨胀", rotation: "旋转" },
    readout: "这个球面",
    rows: { flux: "球面的流出通量", enclosed: "由通量得出的球内电荷", integral: "球内散度的积分", divergence: "球心处的散度" },
    verdicts: {
      equal: "高斯定理：等于球内散度的积分。",
      different: "不等于球内散度的积分：场在球内不光滑。点电荷是没有体积的源。",
      rough: "电荷在球面上，或离球面极近：只有误差范围以外的那些位数可信。正好在球面上时，只有一半通量穿出。",
    },
    place: "球面的位置",
    turnsLegend: "拖动时",
    turns: { view: "转视角", thing: "移动球面" },
    spoken: (reading, verdict) => `球心 ${reading.text.centre}，半径 ${reading.text.radius}：通量 ${reading.flux.text}，`
      + `球内散度积分 ${reading.integral.text}。${verdict}`,
    tries: [
      {
        text: "电荷在球内。把球面放大、缩小、移来移去，通量变吗？",
        set: { F: "q (x, y, z)/r^3 where r = sqrt(x^2 + y^2 + z^2), q = 1 in -3…3", sphere: "0.3,0,0.2,1" },
      },
      {
        text: "现在电荷在球外。球面哪里是蓝的？红与蓝为什么正好抵消？",
        set: { F: "q (x, y, z)/r^3 where r = sqrt(x^2 + y^2 + z^2), q = 1 in -3…3", sphere: "1.5,-0.5,0,1" },
      },
      {
        text: "凡是散度有定义的地方，散度都是零。那么通量从哪里来？",
        set: { F: "q (x, y, z)/r^3 where r = sqrt(x^2 + y^2 + z^2), q = 1 in -3…3", sphere: "0,0,0,1.5", trail: "divergence" },
      },
      {
        text: "一正一负两个电荷。找出通量为 4π、−4π 和 0 的球面。",
        set: {
          F: "a (x - 1, y, z)/r^3 + b (x + 1, y, z)/s^3 where r = sqrt((x - 1)^2 + y^2 + z^2), "
            + "s = sqrt((x + 1)^2 + y^2 + z^2), a = 1 in -2…2, b = -1 in -2…2",
          sphere: "0,0,0,2",
        },
      },
      {
        text: "这里散度处处为 1。看之前先猜：穿过半径为 1 的球面的通量是多少？",
        set: { F: "x/3, y/3, z/3", sphere: "0.5,0.5,0,2" },
      },
    ],
  },
};
