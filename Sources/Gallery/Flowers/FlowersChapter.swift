import Atlas

extension Chapter {
  /// Three demonstrations of fields and five of distributions, all on the iris flowers.
  @export(interface)
  public static var flowers: Chapter {
    Chapter(
      "flowers",
      name: Bilingual("The flowers", "鸢尾花"),
      lead: Bilingual(
        """
        Eight ideas about fields and distributions, each shown on the same 150 flowers: three ways to differentiate \
        over the plane of sepal and petal length, and five ways to weigh the shares of the species.
        """,
        "同样的 150 朵花，讲八个概念：在萼片长与花瓣长的平面上，求三种导数；对物种的占比，做五种度量。"),
      demonstrations: [
        .gradient, .divergence, .curl, .entropy, .crossEntropy, .kullbackLeibler, .jensenShannon, .renyi,
      ])
  }
}
