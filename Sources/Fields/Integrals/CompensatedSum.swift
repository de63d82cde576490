/// A sum that keeps what each addition rounds away.
///
/// Source: Neumaier, Z. angew. Math. Mech. 54 (1974), 39–51.
struct CompensatedSum {
  private var sum = 0.0
  private var rest = 0.0

  var value: Double { sum + rest }

  mutating func add(_ term: Double) {
    let next = sum + term
    rest += sum.magnitude >= term.magnitude ? (sum - next) + term : (term - next) + sum
    sum = next
  }
}
