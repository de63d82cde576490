import Formats
import Information

extension JSONWriter.Object {
  /// Adds every measure of two distributions, and where infinity comes from.
  @export(interface)
  public mutating func add(_ measures: Measures, alpha: Double) {
    for (key, value) in measures.values { add(key, value) }
    object("renyi") { (object: inout JSONWriter.Object) in
      object.add("alpha", alpha)
      object.add("value", measures.renyi)
      object.add("limitZero", measures.limits[0])
      object.add("limitOne", measures.limits[1])
      object.add("limitInfinity", measures.limits[2])
    }
    array("infinite") { (list: inout JSONWriter.Array) in
      for (measure, index) in measures.infinite {
        list.object { (item: inout JSONWriter.Object) in
          item.add("measure", measure)
          item.add("index", index)
        }
      }
    }
  }
}
