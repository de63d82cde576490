import Formats
import Foundation
import Testing

@Suite struct IrisTests {
  @Test func theFileInTheDocumentationIsTheSameTable() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = try CSV.read([UInt8](Data(contentsOf: root.appending(path: "Documentation/Data/iris.csv"))))
    let ours = try Iris.table()
    #expect(file.header == ours.header)
    #expect(file.rowCount == ours.rowCount)
    for column in 0..<file.columnCount {
      #expect(try file.texts(column: column) == ours.texts(column: column))
    }
  }

  /// Means as in Fisher (1936), table II, in centimetres; his sepal width of setosa is 3.428.
  @Test func meansOfTheSpecies() throws {
    let truth = [[5.006, 3.428, 1.462, 0.246], [5.936, 2.770, 4.260, 1.326], [6.588, 2.974, 5.552, 2.026]]
    #expect(Iris.flowers.count == 150)
    for species in 0..<3 {
      let flowers = Iris.flowers.filter { $0.species == species }
      #expect(flowers.count == 50)
      let sums = flowers.reduce(into: [0.0, 0, 0, 0]) { sums, flower in
        sums[0] += flower.sepalLength
        sums[1] += flower.sepalWidth
        sums[2] += flower.petalLength
        sums[3] += flower.petalWidth
      }
      for (sum, mean) in zip(sums, truth[species]) { #expect(abs(sum / 50 - mean) < 1e-12) }
    }
  }

  @Test func species() throws {
    let categories = try Iris.table().categories("species")
    #expect(categories.names == Iris.species)
    #expect(categories.counts == [50, 50, 50])
    #expect(try Iris.table().numbers("petal_length_cm") == Iris.flowers.map(\.petalLength))
  }
}
