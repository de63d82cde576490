import Atlas
import Fields
import Figures

extension Demonstration {
  /// 2: the divergence of the field that flows away from the mean.
  @export(interface)
  public static var divergence: Demonstration {
    let pair = FlowPair(field: IrisPlane().source, layer: .divergence)
    let range = pair.range
    let circle = pair.circles[0]
    let unit = Bilingual("cm/cm", "厘米/厘米")
    let area = Bilingual("cm²", "平方厘米")
    return Demonstration(
      "divergence",
      name: Bilingual("Divergence", "散度"),
      title: Bilingual("A source that is equally strong everywhere", "处处一样强的源"),
      caption: Bilingual(
        """
        Along F = (x − x̄, y − ȳ) everything flows away from the mean flower, the faster the farther out. Yet the \
        divergence is 2 everywhere, at the mean and at the edge alike: ∂(x − x̄)/∂x + ∂(y − ȳ)/∂y = 1 + 1. That is 2 \
        in physical units, centimetres of F per centimetre of the plane, and not per cell of some grid: the \
        derivatives are exact and no grid has a say in them. The circles measure it in another way, by Gauss’s \
        theorem: the flux out through the rim, divided by the area, is 2 wherever the circle lies and however large \
        it is.
        """,
        """
        场 F = (x − x̄, y − ȳ) 从均值点向外流，越远越快。可是散度处处是 2，中心与边缘毫无分别：\
        ∂(x − x̄)/∂x + ∂(y − ȳ)/∂y = 1 + 1。这个 2 带着物理单位：平面上每走 1 厘米，F 变化多少厘米；\
        它不是“每个网格”的 2，因为导数是精确求出的，与网格疏密无关。图中的圆用高斯定理再量一遍：\
        穿出圆周的通量除以圆的面积，不论圆在何处、是大是小，都是 2。
        """),
      summary: Bilingual(
        """
        Left: straight streamlines from the mean in all directions, over the flowers. Right: one even colour, which \
        the colour bar reads as 2, and three circles of different size, each labelled 2.0000.
        """,
        """
        左图：直的流线从均值点射向四方，底下是花的散点。右图：整幅同一种颜色，对照色标读作 2；三个大小不同的圆，\
        都标着 2.0000。
        """),
      numbers: [
        Number(Bilingual("least divergence on the map", "图中散度的最小值"), "min ∇·F", range.lower, unit, places: 4),
        Number(
          Bilingual("greatest divergence on the map", "图中散度的最大值"), "max ∇·F", range.upper, unit, places: 4),
        Number(
          Bilingual("flux out of the largest circle", "最大的圆的流出通量"), "∮F·n ds", pair.rim(circle), area,
          places: 4),
        Number(Bilingual("its area", "它的面积"), "A", circle.area, area, places: 4),
        Number(Bilingual("flux over area", "通量除以面积"), "∮F·n ds/A", pair.mean(circle), unit, places: 4),
      ],
      size: SIMD2(910, 500),
      draw: { (figure, language) in
        pair.draw(
          into: &figure, language,
          subtitle: language.text(
            "F = (x − x̄, y − ȳ); ∇·F = 2 everywhere, in cm/cm", "F = (x − x̄, y − ȳ)；∇·F 处处为 2（厘米/厘米）"),
          headings: (
            language.text("Streamlines", "流线"),
            language.text("Divergence; in circles: flux ÷ area", "散度；圆内数字：通量 ÷ 面积")
          ))
      })
  }
}
