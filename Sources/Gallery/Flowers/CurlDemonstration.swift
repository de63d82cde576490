import Atlas
import Fields
import Figures

extension Demonstration {
  /// 3: the curl of the field that turns about the mean.
  @export(interface)
  public static var curl: Demonstration {
    let pair = FlowPair(field: IrisPlane().vortex, layer: .curl)
    let range = pair.range
    let circle = pair.circles[0]
    let unit = Bilingual("cm/cm", "厘米/厘米")
    let area = Bilingual("cm²", "平方厘米")
    return Demonstration(
      "curl",
      name: Bilingual("Curl", "旋度"),
      title: Bilingual("A rotation that turns equally fast everywhere", "处处转得一样快的旋转"),
      caption: Bilingual(
        """
        F = (−(y − ȳ), x − x̄) is the same field as before, every arrow turned a quarter to the left: everything \
        circles the mean flower counter-clockwise like a record on its turntable. A turning record has no part that \
        turns faster than another, and so the curl is 2 everywhere, ∂(x − x̄)/∂x + ∂(y − ȳ)/∂y = 1 + 1 again, in \
        centimetres per centimetre: twice the angular velocity 1, positive because the turn is counter-clockwise. The \
        circles measure it by Stokes’s theorem: circulation along the rim, divided by the area.
        """,
        """
        把上一个场的每支箭头左转 90°，就是 F = (−(y − ȳ), x − x̄)：一切绕着均值点逆时针转，像唱片在唱盘上。\
        唱片上没有哪一处转得更快，所以旋度处处是 2：∂(x − x̄)/∂x + ∂(y − ȳ)/∂y 仍是 1 + 1，单位是厘米/厘米。\
        它是角速度 1 的两倍，逆时针取正号。图中的圆用斯托克斯定理再量一遍：沿圆周的环量除以圆的面积。
        """),
      summary: Bilingual(
        """
        Left: circular streamlines about the mean, arrowheads pointing counter-clockwise, over the flowers. Right: \
        one even colour, which the colour bar reads as 2, and three circles of different size, each labelled 2.0000.
        """,
        """
        左图：流线是绕均值点的一圈圈同心圆，箭头逆时针，底下是花的散点。右图：整幅同一种颜色，对照色标读作 2；\
        三个大小不同的圆，都标着 2.0000。
        """),
      numbers: [
        Number(Bilingual("least curl on the map", "图中旋度的最小值"), "min ∇×F", range.lower, unit, places: 4),
        Number(Bilingual("greatest curl on the map", "图中旋度的最大值"), "max ∇×F", range.upper, unit, places: 4),
        Number(
          Bilingual("circulation of the largest circle", "最大的圆的环量"), "∮F·dr", pair.rim(circle), area,
          places: 4),
        Number(Bilingual("its area", "它的面积"), "A", circle.area, area, places: 4),
        Number(Bilingual("circulation over area", "环量除以面积"), "∮F·dr/A", pair.mean(circle), unit, places: 4),
      ],
      size: SIMD2(910, 500),
      draw: { (figure, language) in
        pair.draw(
          into: &figure, language,
          subtitle: language.text(
            "F = (−(y − ȳ), x − x̄); ∇×F = 2 everywhere, in cm/cm",
            "F = (−(y − ȳ), x − x̄)；∇×F 处处为 2（厘米/厘米）"),
          headings: (
            language.text("Streamlines", "流线"),
            language.text("Curl; in circles: circulation ÷ area", "旋度；圆内数字：环量 ÷ 面积")
          ))
      })
  }
}
