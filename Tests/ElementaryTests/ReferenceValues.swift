// Written by Scripts/references.py.

/// True values: the arguments, the nearest `Double`, and what that lacks, in units in the last place.
enum ReferenceValues {
  static let exp: [[Double]] = [
    [0x1.1bf2a145beb7cp9, 0x1.3b31406305a4ap819, 0.0840],
    [0x1.04c17d68ab3bp8, 0x1.2443935b7d40bp376, -0.3156],
    [0x1.751ceadffe5fp8, 0x1.389be77a07138p538, 0.0073],
    [0x1.1b3b3ad53aff8p9, 0x1.2cdd9c25331a8p817, -0.0278],
    [-0x1.503dd7c30c5c9p8, 0x1.dfafdb3fd258fp-486, 0.1508],
    [0x1.7c084da744ep7, 0x1.19334a693a39fp274, -0.2036],
    [0x1.1b7644bb61f84p9, 0x1.dd2f4341f6f81p817, -0.2463],
    [0x1.047dc356265b8p9, 0x1.89241e203ba6fp751, -0.2421],
    [-0x1.748p9, Double(bitPattern: 0x1), -0.4287],
    [-0x1.684p9, Double(bitPattern: 0x5_CF08_FFF0), 0.0603],
    [0x1.62d999999999ap9, 0x1.d75ae7a50ee14p1023, -0.2066],
    [0x1.56e1fc2f8f359p-997, 0x1p0, 0.0000],
  ]

  static let exp2: [[Double]] = [
    [0x1.23c33eccb70bp7, 0x1.d792c99d5e2e1p145, -0.0864],
    [-0x1.4a9f35aea0a38p9, 0x1.b062ae84f4a69p-662, 0.3252],
    [-0x1.61e8626ca13f8p7, 0x1.085117000c2bfp-177, -0.1207],
    [0x1.edd688016042cp9, 0x1.9904f91d27393p987, 0.2508],
    [-0x1.8cc0902f5d87dp9, 0x1.68efa7512c143p-794, -0.2538],
    [-0x1.69b8c17b660cap8, 0x1.3677a392a8468p-362, 0.3374],
    [0x1.c20a02fa954cp9, 0x1.0e431f33e90bep900, -0.1747],
    [-0x1.94cb408404a78p6, 0x1.be306dd0c686fp-102, -0.3501],
    [-0x1.0c66666666666p10, Double(bitPattern: 0x1), 0.3195],
    [-0x1.069p10, Double(bitPattern: 0xD7_44FD), -0.2077],
    [0x1.fff3333333333p9, 0x1.ddb680117aa8ep1023, -0.3969],
  ]

  static let expm1: [[Double]] = [
    [-0x1.bf827859a2a2fp0, -0x1.a6db6ea6911c9p-1, 0.4748],
    [-0x1.193c4887eda39p0, -0x1.5553c09188fe5p-1, 0.1738],
    [0x1.39d513816809cp1, 0x1.53803352bc95bp3, 0.4560],
    [-0x1.f921f301c36d8p-1, -0x1.411a32c47fe72p-1, 0.4561],
    [-0x1.be3a4ab8c9aap-2, -0x1.69b5ec4ddf5d5p-2, 0.1371],
    [0x1.883ea7c6daafcp-1, 0x1.26bfed4811c86p0, 0.3582],
    [0x1.d560f0619878p0, 0x1.505f2b630d31p2, 0.1106],
    [-0x1.83a20e481778p-5, -0x1.7a9ad9c8e7224p-5, 0.1627],
    [0x1.79ca10c924223p-67, 0x1.79ca10c924223p-67, 0.0000],
    [-0x1.4p5, -0x1p0, 0.0383],
    [0x1.628p9, 0x1.d422d2be5dc9bp1022, -0.1960],
  ]

  static let log: [[Double]] = [
    [0x1.04b0ef02898dap2, 0x1.678a4003a5b5bp0, 0.4539],
    [0x1.ca91657843a51p4, 0x1.ad81abfa9bfc7p1, -0.2942],
    [0x1.c13e5a42e7e44p0, 0x1.1ff149bd88ca3p-1, -0.0027],
    [0x1.2e7adb9180262p2, 0x1.8d9a0b7c3fef3p0, 0.2224],
    [0x1.308a41b2af407p3, 0x1.20647dc7ade96p1, 0.4973],
    [0x1.156012f238b5p5, 0x1.c5e107c62e49p1, 0.1832],
    [0x1.c58e4dbd033f9p3, 0x1.536080fe34cd5p1, 0.1553],
    [0x1.1419949ed6d21p5, 0x1.c54a04347cee9p1, 0.0109],
    [Double(bitPattern: 0x1), -0x1.74385446d71c3p9, -0.3890],
    [Double(bitPattern: 0x1268_8B70_E62B), -0x1.64e69394d9508p9, -0.0756],
    [0x1.0000000000001p0, 0x1.fffffffffffffp-53, 0.0000],
  ]

  static let log2: [[Double]] = [
    [0x1.055beef4ca99bp3, 0x1.83d36cacf3231p1, -0.0010],
    [0x1.78a14a6a466cfp2, 0x1.474bea7a468b3p1, 0.4801],
    [0x1.2ad000ac15d99p0, 0x1.c8e6f18caec78p-3, -0.4104],
    [0x1.1a504087b2aefp5, 0x1.4908abc0abf96p2, -0.3183],
    [0x1.57a5226e0eecp5, 0x1.5b2f85245cd32p2, 0.4452],
    [0x1.5f77090ac945bp3, 0x1.ba86bf27f4023p1, -0.2161],
    [0x1.7c1c69f333d6dp3, 0x1.c8fed5a691efep1, -0.0951],
    [0x1.4c4a4c7d051e8p-1, -0x1.3f55991a50673p-1, 0.3154],
    [Double(bitPattern: 0x1), -0x1.0c8p10, 0.0000],
    [0x1.fffffffffffffp-1, -0x1.71547652b82fep-53, -0.4523],
  ]

  static let log10: [[Double]] = [
    [0x1.01f18144e235ep5, 0x1.8228c1b46c77fp0, -0.2012],
    [0x1.e13197efe12e9p3, 0x1.2d5b02f77b65ep0, -0.4986],
    [0x1.b5fdcaa5e97bp2, 0x1.abaa8d4a2b39dp-1, 0.3864],
    [0x1.02bfda36cafafp5, 0x1.82818ef0ea70dp0, 0.2345],
    [0x1.dfc96e70211b8p4, 0x1.7a17f9f2af8b3p0, 0.0520],
    [0x1.65e92ce2a684fp4, 0x1.5982fb4abd593p0, 0.2557],
    [0x1.e9a47c60f8db1p2, 0x1.c474372311a69p-1, -0.2951],
    [0x1.feefc06f6158cp4, 0x1.8116545c15053p0, 0.1496],
    [Double(bitPattern: 0x1), -0x1.434e6420f4374p8, 0.1018],
    [0x1.f4p9, 0x1.8p1, 0.0000],
    [0x1.0000000000001p0, 0x1.bcb7b1526e50dp-54, 0.3293],
  ]

  static let log1p: [[Double]] = [
    [0x1.39069e6a995bcp0, 0x1.98f58dcbf038dp-1, 0.4368],
    [0x1.7694cf281f77p-1, 0x1.191cd822d2af9p-1, -0.0608],
    [-0x1.5d8153303e3bp-2, -0x1.ab872a62c153ep-2, -0.3348],
    [0x1.5b9028ad3b019p1, 0x1.4ffdfddd68e93p0, 0.4678],
    [0x1.39f17dc7bf083p1, 0x1.3d39067a5f03ep0, 0.0791],
    [0x1.c25baf90062a6p0, 0x1.03d36ebfb163dp0, 0.1395],
    [0x1.7df404b1e7c97p1, 0x1.61ddabdd40f4ap0, -0.1056],
    [0x1.524a4836dab72p0, 0x1.af338f67381cdp-1, -0.1664],
    [0x1.79ca10c924223p-67, 0x1.79ca10c924223p-67, -0.0000],
    [0x1.7e43c8800759cp996, 0x1.5963447f87fb5p9, 0.2089],
    [-0x1.fffffffffffffp-1, -0x1.25e4f7b2737fap5, -0.0949],
  ]

  static let sin: [[Double]] = [
    [-0x1.2a06fd9a3c002p3, -0x1.c7738f3f03a85p-4, 0.4266],
    [-0x1.704e33632ef6cp4, 0x1.b664e1318246p-1, 0.4439],
    [0x1.9d8359d8e13ep2, 0x1.6a88e6eebd0d3p-3, 0.2886],
    [0x1.2b56f6735239p0, 0x1.d7489362424cep-1, 0.0563],
    [-0x1.e829be5a9146p1, 0x1.3ed1c71465204p-1, -0.0374],
    [0x1.d8edf0c4addb2p4, -0x1.eb0d5c2000e05p-1, 0.4072],
    [0x1.45e73b09b8212p4, 0x1.ff52e5f41823bp-1, -0.3610],
    [-0x1.71c30619ed5a8p4, 0x1.cc9ec74254062p-1, -0.1253],
    [0x1.0f0cf064dd592p73, -0x1.b453ab76bf397p-1, -0.0611],
    [0x1.6ac5b262ca1ffp849, 0x1p0, -0.0000],
    [0x1.fffffffffffffp1023, 0x1.452fc98b34e97p-8, -0.2888],
    [0x1.921fb54442d18p1, 0x1.1a62633145c07p-53, -0.1215],
    [0x1.63p8, -0x1.f9bd0307d1de3p-16, 0.3841],
    [-0x1.921fb54442d18p1, -0x1.1a62633145c07p-53, 0.1215],
    [0x1.2d97c7f3321d2p2, -0x1p0, 0.0000],
    [0x1.3a28c59d5433bp8, 0x1.1b19140c0c0d5p-49, 0.0093],
    [0x1.6c6cbc45dc8dep5, 0x1p0, -0.0000],
    [0x1.6c6cbc45dc8dep6, -0x1.6d61b58c99c43p-60, 0.0577],
    [0x1.6c6cbc45dc8dep7, 0x1.6d61b58c99c43p-59, -0.0577],
    [0x1.6c6cbc45dc8dep8, 0x1.6d61b58c99c43p-58, -0.0577],
  ]

  static let cos: [[Double]] = [
    [0x1.70d859bb37ac4p4, -0x1.f31c7d5e3c805p-2, -0.0564],
    [-0x1.de14875ecc302p4, 0x1.1db16615c985cp-5, -0.4945],
    [0x1.22d0adff9b05cp3, -0x1.e33bcac5f1c5ep-1, -0.2652],
    [-0x1.62929b9ea7db4p3, 0x1.5b03e3de80b4ap-4, 0.2864],
    [0x1.b92fe68080c34p3, 0x1.5f31c5b935cd3p-2, -0.0686],
    [0x1.b26f4636e37aap4, -0x1.bc23e1a45f11fp-2, 0.0879],
    [0x1.d2274e2c7d9fp0, -0x1.fae9d0a4cc4a3p-3, 0.2568],
    [0x1.f8cd9c0e1d18cp3, -0x1.fed8ba69075c9p-1, -0.1735],
    [0x1.0f0cf064dd592p73, 0x1.0be2cef01c8f4p-1, -0.4246],
    [0x1.6ac5b262ca1ffp849, -0x1.14ae72e6ba22fp-61, 0.0454],
    [0x1.fffffffffffffp1023, -0x1.fffe62ecfab75p-1, -0.2345],
    [0x1.921fb54442d18p0, 0x1.1a62633145c07p-54, -0.1215],
    [0x1.63p8, -0x1.fffffffc18e4cp-1, 0.0952],
    [-0x1.921fb54442d18p1, -0x1p0, 0.0000],
    [0x1.2d97c7f3321d2p2, -0x1.a79394c9e8a0ap-53, -0.3178],
    [0x1.3a28c59d5433bp8, 0x1p0, -0.0000],
    [0x1.6c6cbc45dc8dep5, -0x1.6d61b58c99c43p-61, 0.0577],
    [0x1.6c6cbc45dc8dep6, -0x1p0, 0.0000],
    [0x1.6c6cbc45dc8dep7, 0x1p0, -0.0000],
    [0x1.6c6cbc45dc8dep8, 0x1p0, -0.0000],
  ]

  static let tan: [[Double]] = [
    [-0x1.abd09dbbb3831p4, 0x1.ca58069cf43f8p4, -0.4472],
    [0x1.414d55e762054p3, 0x1.6a5effeaf0c92p-1, 0.0005],
    [-0x1.6f27ee8f6e36bp4, -0x1.6aa42c222ffd6p0, 0.3330],
    [-0x1.57e1dd29040e8p1, 0x1.f4fe7cf445c79p-2, 0.0327],
    [-0x1.3fa0d5ccf561ap3, -0x1.43934f8fd402fp-1, 0.2171],
    [-0x1.99d260fb241a5p4, -0x1.0b48559221ef5p-1, 0.0680],
    [0x1.dab2c75a10768p3, -0x1.31b19aa496f9dp0, -0.0673],
    [-0x1.8677ca6810fa6p4, 0x1.c8cff85c76cabp-1, -0.2563],
    [0x1.0f0cf064dd592p73, -0x1.a0f79c1b6b257p0, -0.4555],
    [0x1.6ac5b262ca1ffp849, -0x1.d9ba9a7975636p60, 0.3606],
    [0x1.fffffffffffffp1023, -0x1.4530cfe729484p-8, 0.2779],
    [0x1.921fb54442d18p0, 0x1.d02967c31cdb5p53, -0.1220],
    [0x1.63p8, 0x1.f9bd030bacc16p-16, 0.0930],
    [-0x1.921fb54442d18p1, 0x1.1a62633145c07p-53, -0.1215],
    [0x1.2d97c7f3321d2p2, 0x1.3570efd768923p52, 0.2520],
    [0x1.3a28c59d5433bp8, 0x1.1b19140c0c0d5p-49, 0.0093],
    [0x1.6c6cbc45dc8dep5, -0x1.66b9ebc4850c6p60, -0.4236],
    [0x1.6c6cbc45dc8dep6, 0x1.6d61b58c99c43p-60, -0.0577],
    [0x1.6c6cbc45dc8dep7, 0x1.6d61b58c99c43p-59, -0.0577],
    [0x1.6c6cbc45dc8dep8, 0x1.6d61b58c99c43p-58, -0.0577],
  ]

  static let asin: [[Double]] = [
    [-0x1.f106ab5b783dcp-2, -0x1.037a8b903de94p-1, 0.1174],
    [-0x1.a80510059b6cap-1, -0x1.f39f1cfecc307p-1, 0.4635],
    [0x1.4c58d4c7f9968p-2, 0x1.527a1f63f9a99p-2, 0.2556],
    [-0x1.97889e561b6c4p-2, -0x1.a323c8540ccd2p-2, 0.1935],
    [-0x1.d29d809b2ef9p-1, -0x1.2585ae50f4fc4p0, -0.2888],
    [-0x1.e4343ce71de26p-1, -0x1.3d61ec90d3a55p0, 0.0527],
    [-0x1.1f17bf3e51bfep-1, -0x1.30c68d2535822p-1, 0.2310],
    [0x1.b32c366cc86p-7, 0x1.b32f7cd1ad999p-7, -0.3549],
    [0x1.fffffffffffffp-1, 0x1.921fb50442d18p0, 0.2758],
    [0x1.b7cdfd9d7bdbbp-34, 0x1.b7cdfd9d7bdbbp-34, 0.0000],
  ]

  static let acos: [[Double]] = [
    [-0x1.f38e0f6bf5bfep-1, 0x1.75d824fbae2b9p1, 0.0349],
    [-0x1.e7a4e10987c22p-1, 0x1.6a7bf852fd4b5p1, -0.3249],
    [0x1.5523cabea74b8p-2, 0x1.3b2d4ae458674p0, 0.1610],
    [0x1.bf41ff2b86c4p-5, 0x1.8423dd9df2446p0, -0.3393],
    [-0x1.75a0468dd5ceep-1, 0x1.31c216dbe5e41p1, 0.2352],
    [-0x1.80d5322007c4p-2, 0x1.f4c10a38ece85p0, 0.0730],
    [-0x1.7ef0a54a5efbp-1, 0x1.3536c568e7371p1, 0.2723],
    [-0x1.ccb76ce409fccp-2, 0x1.04cbd4301d3e3p1, 0.2540],
    [0x1.fffffffffffffp-1, 0x1p-26, 0.0417],
    [-0x1.fffffffffffffp-1, 0x1.921fb52442d18p1, 0.2758],
  ]

  static let atan: [[Double]] = [
    [-0x1.57f1655a1fa58p0, -0x1.dca51980ec9e5p-1, -0.4407],
    [-0x1.b1262551f52acp1, -0x1.489111ba0508p0, -0.0203],
    [-0x1.d096029b0a30ep1, -0x1.4d4cbd43013eep0, -0.1322],
    [-0x1.a4421ead55e64p1, -0x1.46701890f868bp0, -0.0966],
    [-0x1.310565a7ed949p1, -0x1.2c68a4cad7303p0, -0.2231],
    [0x1.520e3f2b555fp-1, 0x1.2ac80db4e43a6p-1, -0.1164],
    [0x1.2895c2cd63b86p2, 0x1.5bb748c12a843p0, -0.4961],
    [0x1.c68fc61fc5edcp0, 0x1.0ed1e90cb0666p0, 0.2364],
    [0x1.7e43c8800759cp996, 0x1.921fb54442d18p0, 0.2758],
    [0x1.b7cdfd9d7bdbbp-34, 0x1.b7cdfd9d7bdbbp-34, -0.0000],
  ]

  static let sinh: [[Double]] = [
    [-0x1.3c4d1689b1e3p-1, -0x1.50cec9f7981a5p-1, 0.4531],
    [-0x1.7d82b46ed6992p2, -0x1.840900149cbcbp7, 0.2161],
    [-0x1.de5e43e3b88f4p1, -0x1.4fab480e6fb24p4, 0.2631],
    [0x1.9c480e778909p0, 0x1.338b8e4881a05p1, 0.2464],
    [-0x1.23a165962a2e4p0, -0x1.66edb43528c43p0, -0.1354],
    [0x1.0a8fd8891ea8p2, 0x1.018429020d96ap5, -0.4332],
    [0x1.39fb064f8be8ep2, 0x1.0e2aa4a283848p6, 0.3436],
    [-0x1.389a64184042cp1, -0x1.6d2acd1a6bf0ep2, -0.3003],
    [0x1.6333333333333p9, 0x1.da98a7371610bp1023, 0.0343],
    [0x1.b7cdfd9d7bdbbp-34, 0x1.b7cdfd9d7bdbbp-34, 0.0000],
  ]

  static let cosh: [[Double]] = [
    [-0x1.a0482a10cdc8p0, 0x1.51f72372ea796p1, -0.2524],
    [-0x1.35eed0e461eeep1, 0x1.6b320ce98e3dep2, -0.2045],
    [0x1.0f09e38b4fd68p1, 0x1.0dc74fa6d6ad8p2, -0.4592],
    [-0x1.343733bf88b42p2, 0x1.edd945f68b14dp5, -0.4714],
    [-0x1.57b816b422a4p1, 0x1.d7635db17cb37p2, -0.0206],
    [0x1.22b38b05323cp2, 0x1.77a26523f872cp5, -0.4507],
    [-0x1.856be1e593588p0, 0x1.32f2bfdd8c40cp1, -0.2026],
    [0x1.68e8675b1f6d6p2, 0x1.193ca6b66dbfp7, -0.0718],
    [0x1.6333333333333p9, 0x1.da98a7371610bp1023, 0.0343],
    [0x1.b7cdfd9d7bdbbp-34, 0x1p0, 0.0000],
  ]

  static let tanh: [[Double]] = [
    [-0x1.aa62240a3c7c8p-1, -0x1.5d2aa2e34b828p-1, -0.0888],
    [0x1.590209f3661e6p1, 0x1.fb5a6cbacc078p-1, -0.4275],
    [-0x1.330a34c25cabp-2, -0x1.2a285633d0d4ep-2, 0.0527],
    [-0x1.9a3de7f77955ep1, -0x1.fe517cb5d03f3p-1, -0.2763],
    [0x1.3e0d66f047f3p-1, 0x1.1a9a8721def17p-1, 0.4041],
    [-0x1.279fb98497186p1, -0x1.f60020ebb0e14p-1, -0.2365],
    [0x1.abee7f01486a2p1, 0x1.feb952cb25891p-1, 0.0723],
    [0x1.9b73b0bb404acp0, 0x1.d872b848f9cb7p-1, 0.0292],
    [0x1.b7cdfd9d7bdbbp-34, 0x1.b7cdfd9d7bdbbp-34, -0.0000],
    [0x1.58p4, 0x1p0, -0.0038],
  ]

  static let asinh: [[Double]] = [
    [0x1.0db9a2d0a055p-1, 0x1.02971f82c6b96p-1, 0.4710],
    [0x1.e6d0d46c2a148p2, 0x1.5cfc14e4f7d04p1, 0.4700],
    [0x1.b1d201cd18ecp-1, 0x1.89d257a03429ep-1, 0.1732],
    [0x1.0cd1b79089eb8p3, 0x1.6998c1802f1d3p1, 0.3945],
    [0x1.eef80e0478324p1, 0x1.07ed342c996fbp1, -0.3610],
    [-0x1.71d669280664cp2, -0x1.3a34a61db0632p1, -0.4947],
    [-0x1.da98a4f08dabap1, -0x1.02b99c846a36p1, -0.2427],
    [0x1.8e914e2b28794p2, 0x1.43a6bc2a12548p1, 0.2340],
    [0x1.7e43c8800759cp996, 0x1.59bbfd8b83e44p9, -0.3075],
    [0x1.b7cdfd9d7bdbbp-34, 0x1.b7cdfd9d7bdbbp-34, -0.0000],
  ]

  static let acosh: [[Double]] = [
    [0x1.cc913b009faa8p0, 0x1.313ac81469fe2p0, 0.4081],
    [0x1.1b468f7f815f3p3, 0x1.6f70ac9ea98bbp1, -0.4063],
    [0x1.5474123618aacp0, 0x1.9539c84c47f84p-1, 0.2993],
    [0x1.bfda1fcd3ef42p2, 0x1.511937938b66bp1, 0.2174],
    [0x1.7c8dc07cbd3dap2, 0x1.3bffd180170bdp1, 0.4164],
    [0x1.0feafc6c11f61p2, 0x1.1014424a66157p1, -0.2801],
    [0x1.73d71505015fp2, 0x1.38fd930a6f091p1, 0.3027],
    [0x1.6a1e29363de76p2, 0x1.358be346c6b5dp1, 0.1339],
    [0x1.e42d130773b76p1023, 0x1.6335c209c2e17p9, -0.2443],
    [0x1.0000000000001p0, 0x1.6a09e667f3bccp-26, 0.4468],
  ]

  static let atanh: [[Double]] = [
    [-0x1.1f4f0335dd908p-2, -0x1.2739ab6e8db69p-2, 0.2682],
    [-0x1.bc80618ea5b5cp-2, -0x1.dc134a377c293p-2, 0.0441],
    [-0x1.ccec0f184fdfap-1, -0x1.7935badfe4432p0, 0.3474],
    [0x1.3d86cd23401f8p-2, 0x1.485592ed3fdc2p-2, 0.2937],
    [0x1.85b0fb4fb6de2p-1, 0x1.ff6add391d811p-1, 0.1659],
    [-0x1.fc1a083383138p-3, -0x1.0376f4b44cbccp-2, -0.1156],
    [0x1.6e9a8ec7ff7f2p-1, 0x1.cc82d1eca9e8ap-1, 0.2724],
    [-0x1.a498f1363e49p-3, -0x1.aaaa35687e743p-3, -0.2348],
    [0x1.fffffffffffffp-1, 0x1.2b708872320e2p4, -0.1753],
    [0x1.b7cdfd9d7bdbbp-34, 0x1.b7cdfd9d7bdbbp-34, 0.0000],
  ]

  static let cbrt: [[Double]] = [
    [-0x1.8903e9ff454fp4, -0x1.74153d6343eafp1, 0.4622],
    [0x1.e1153e83c8d68p4, 0x1.8e064fc88ff8fp1, 0.4010],
    [0x1.55296b15e35dep5, 0x1.bf32c0f93fc75p1, -0.1222],
    [-0x1.46a2f355cdf1fp5, -0x1.b8c26641ad137p1, 0.2479],
    [0x1.290c394933528p5, 0x1.ab06ed5f6a3c5p1, -0.2110],
    [-0x1.215dc211f69cdp4, -0x1.4ffc0944b45c7p1, -0.4313],
    [0x1.b71ef510352fp4, 0x1.821931cfb0975p1, 0.1463],
    [-0x1.4b4eb095e215p4, -0x1.5f7d9615467b5p1, 0.4092],
    [Double(bitPattern: 0x1), 0x1p-358, 0.0000],
    [Double(bitPattern: 0x1268_8B70_E62B), 0x1.a9d1b0b5d7427p-344, -0.0452],
    [0x1.bp4, 0x1.8p1, 0.0000],
    [0x1.e42d130773b76p1023, 0x1.3c9685a8b2ccp341, -0.4304],
  ]

  static let erf: [[Double]] = [
    [0x1.f600b9719d584p1, 0x1.ffffff058207ap-1, -0.3938],
    [-0x1.4e89329eaceap0, -0x1.deedb81816066p-1, 0.1583],
    [-0x1.2c7a1b30343e2p1, -0x1.ff89f113a6915p-1, 0.3244],
    [-0x1.ca5bd3d36e6d8p1, -0x1.fffff23d0827bp-1, 0.0350],
    [-0x1.75df1502de0dp1, -0x1.fffb42a6e35bcp-1, -0.0900],
    [-0x1.a290ff202d38ep1, -0x1.ffff820826bf4p-1, 0.4835],
    [0x1.47aec6af058f6p1, 0x1.ffd972ac4aa9p-1, -0.0802],
    [-0x1.eb55789ea655ep1, -0x1.fffffe17e6d4cp-1, -0.3306],
    [0x1.b7cdfd9d7bdbbp-34, 0x1.f044332d68161p-34, 0.2515],
    [0x1.799999999999ap2, 0x1.fffffffffffffp-1, 0.3523],
  ]

  static let atan2: [[Double]] = [
    [-0x1.256a11123474dp1, -0x1.90085f97f7749p0, -0x1.15a5e191410d8p1, 0.1039],
    [-0x1.133002c397871p1, 0x1.a751f14bd88f8p0, -0x1.d48eddbf122d6p-1, 0.0252],
    [-0x1.7ade983296136p1, 0x1.168ecc45c6f54p0, -0x1.37f088cc73c68p0, 0.2365],
    [-0x1.cd130534585e8p-1, -0x1.0f5e339e2f10ap1, -0x1.5eb5a2c1ecedcp1, -0.3194],
    [-0x1.9f2682eceff01p0, 0x1.44bd74b19dbp-3, -0x1.792c0b8e606f1p0, -0.3627],
    [-0x1.844f274eaac1dp0, -0x1.4e5a4e88014bp-1, -0x1.fa32b866d8ad7p0, 0.0903],
    [-0x1.57a311f6d0a7p-1, 0x1.bb1d550b9d3dp-3, -0x1.424a2736392fep0, -0.3856],
    [0x1.369113ae7ad88p0, -0x1.419d781edd699p0, 0x1.2fd4659f5662fp1, 0.2292],
    [Double(bitPattern: 0x1268_8B70_E62B), -0x1p0, 0x1.921fb54442d18p1, 0.2758],
    [Double(bitPattern: 0x1268_8B70_E62B), 0x1p0, Double(bitPattern: 0x1268_8B70_E62B), -0.0000],
    [0x1.7e43c8800759cp996, 0x1.56e1fc2f8f359p-997, 0x1.921fb54442d18p0, 0.2758],
    [-0x1.4f8b588e368f1p-17, -0x1.7e43c8800759cp996, -0x1.921fb54442d18p1, -0.2758],
    [Double(bitPattern: 0x1), Double(bitPattern: 0x1), 0x1.921fb54442d18p-1, 0.2758],
  ]

  static let pow: [[Double]] = [
    [0x1.245b5cb2f0a7cp4, 0x1.9ca1ba5e41708p4, 0x1.12284fa7bf369p108, -0.2033],
    [0x1.1ca4420a7a8cbp3, 0x1.fb2daa9925884p4, 0x1.ed2aaf52f2f51p99, 0.0559],
    [0x1.3f76da9a07fb6p1, -0x1.982907f0b058p-1, 0x1.ede8bba887d37p-2, -0.1128],
    [0x1.526a57e8aae3ep3, -0x1.676199282fbc1p5, 0x1.1ad80c5a234f7p-153, -0.3965],
    [0x1.3c69b6b024f1ep4, 0x1.51c425944ae36p5, 0x1.ba2f33a7d5e8ap181, 0.1218],
    [0x1.d1152bbf8cf02p3, -0x1.193abb13541f8p4, 0x1.181928ff221cp-68, -0.4195],
    [0x1.b24c5ec3a986p4, 0x1.d70eeeb36ac7ep5, 0x1.58c0b4b1c4066p280, 0.2573],
    [0x1.2db2998e2c9d5p4, 0x1.d66906c7bc19p2, 0x1.1a8b51924821bp31, -0.4337],
    [Double(bitPattern: 0x1), 0x1p-1, 0x1p-537, 0.0000],
    [0x1.000001ad7f29bp0, 0x1.dcd65p29, 0x1.349445c228792p144, -0.2858],
    [0x1p-1, 0x1.0c8p10, Double(bitPattern: 0x1), 0.0000],
    [0x1p1, -0x1.0c6p10, Double(bitPattern: 0x1), 0.4142],
    [-0x1.8p1, 0x1.4p2, -0x1.e6p7, 0.0000],
    [-0x1.4p1, 0x1p1, 0x1.9p2, 0.0000],
    [0x1.0000000000001p0, 0x1p58, 0x1.425982cf597a5p92, -0.1673],
  ]

  static let hypot: [[Double]] = [
    [0x1.ab50779e62e04p-1, 0x1.37fe700a5a344p0, 0x1.7a23be5ff792cp0, -0.1094],
    [0x1.184dd403d0984p0, 0x1.ddf90b802135p-3, 0x1.1e99cbb540d54p0, -0.1243],
    [0x1.838d48d7a90d8p0, 0x1.7aa52c737c0dcp0, 0x1.0ee8ee41a5db9p1, -0.1301],
    [0x1.be7f678ef94e4p-1, 0x1.65388f23097ap-3, 0x1.c757581a05e16p-1, -0.0149],
    [-0x1.8defaee9f56d4p-1, -0x1.b769199711a63p0, 0x1.e25bd5d4232eap0, 0.0671],
    [0x1.788118e923f4p-5, -0x1.285fc3a3f5f1dp0, 0x1.289b87303ac42p0, 0.4716],
    [-0x1.65800037f79cp-3, -0x1.ec8ff40bf3859p0, 0x1.ee95d59670f7p0, 0.1387],
    [0x1.37a511ed1a014p1, -0x1.1d0dd3e5a14e1p1, 0x1.a65938db06fc1p1, 0.0214],
    [0x1.1ccf385ebc8ap1023, 0x1.1ccf385ebc8ap1023, 0x1.92c80954c51f5p1023, -0.3312],
    [Double(bitPattern: 0x17B8), Double(bitPattern: 0x1FA0), Double(bitPattern: 0x2788), 0.0000],
    [0x1.4e718d7d7625ap664, 0x1.87e92154ef7acp-665, 0x1.4e718d7d7625ap664, 0.0000],
    [0x1.8p1, 0x1p2, 0x1.4p2, 0.0000],
  ]
}
