import Atlas

extension GalleryPage {
  /// The look of the page: the figures' own two themes, one column, a scale of sizes in rem.
  static let style: StaticString = """
    :root {
      --page: #f3f5f8; --card: #ffffff; --ink: #1b2330; --quiet: #5b6675; --line: #dfe3e9; --accent: #1463b8;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --page: #0b0e13; --card: #12161d; --ink: #e9edf3; --quiet: #9aa6b5; --line: #262d38; --accent: #5cb0ff;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0; background: var(--page); color: var(--ink); font: 1.0625rem/1.6 "Noto Sans", system-ui,
      "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: break-word;
    }
    body:lang(zh-Hans) { font-family: "Noto Sans", "Noto Sans CJK SC", system-ui, sans-serif; line-height: 1.75; }
    .m { font-family: "Noto Sans Math", "DejaVu Sans", "Cambria Math", "STIX Two Math", sans-serif; }
    header, main, footer { max-width: 64rem; margin: 0 auto; padding: 0 1.25rem; }
    header { padding-top: 2.5rem; padding-bottom: 0.5rem; }
    a { color: var(--accent); text-underline-offset: 0.2em; }
    a:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 4px; }
    .language { float: right; margin: 0.6rem 0 0 1rem; }
    h1 { font-size: 2.1rem; line-height: 1.2; margin: 0; letter-spacing: -0.01em; }
    .lead { font-size: 1.15rem; color: var(--quiet); max-width: 40rem; margin: 0.75rem 0 1.25rem; }
    nav { counter-reset: n; }
    nav p { margin: 0.9rem 0 0.4rem; font-weight: 600; }
    nav ol { list-style: none; display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0; padding: 0; }
    nav li a {
      display: block; padding: 0.3rem 0.8rem; border: 1px solid var(--line); border-radius: 99px;
      background: var(--card); text-decoration: none; font-size: 0.95rem;
    }
    nav li a:hover { border-color: var(--accent); }
    nav li a::before { counter-increment: n; content: counter(n) "\u{2002}"; color: var(--quiet); }
    section { margin: 2.5rem 0 3.5rem; scroll-margin-top: 1rem; }
    section > .lead { margin-top: 0.4rem; }
    article {
      margin: 1.5rem 0; padding: 1.25rem 1.5rem 1.5rem; background: var(--card); border: 1px solid var(--line);
      border-radius: 14px; scroll-margin-top: 1rem;
    }
    h2 { font-size: 1.7rem; line-height: 1.25; margin: 0; }
    h3 { font-size: 1.35rem; line-height: 1.3; margin: 0 0 0.75rem; }
    h3 span { color: var(--quiet); font-weight: 400; margin-right: 0.4em; }
    figure { margin: 0; }
    .picture { display: block; overflow-x: auto; text-align: center; }
    .picture img { display: inline-block; max-width: 100%; height: auto; vertical-align: top; }
    figcaption { margin: 1rem 0 0; max-width: 46rem; }
    table { border-collapse: collapse; margin: 1.1rem 0 0; font-size: 0.98rem; }
    th, td { padding: 0.4rem 1.1rem 0.4rem 0; border-top: 1px solid var(--line); vertical-align: baseline; }
    th { text-align: left; font-weight: 400; color: var(--quiet); }
    .symbol { white-space: nowrap; }
    .value { text-align: right; font-weight: 600; font-variant-numeric: tabular-nums; padding-right: 0.5rem; }
    .unit { color: var(--quiet); white-space: nowrap; padding-right: 0; }
    footer { padding-top: 0.5rem; padding-bottom: 3rem; color: var(--quiet); font-size: 0.92rem; }
    @media (min-width: 60rem) {
      article { display: grid; grid-template-columns: minmax(0, 1fr) fit-content(52%); column-gap: 2.5rem; }
      article > h3, .picture { grid-column: 1 / -1; }
      figure { display: contents; }
      table { align-self: start; }
    }
    @media (max-width: 44rem) {
      body { font-size: 1rem; }
      header, main, footer { padding-left: 0.75rem; padding-right: 0.75rem; }
      header { padding-top: 1.25rem; }
      h1 { font-size: 1.6rem; }
      article { padding: 1rem; border-radius: 10px; }
      .picture { margin: 0 -1rem; padding: 0 0.5rem; }
      .picture img { max-width: none; width: 40rem; }
      table { width: 100%; font-size: 0.92rem; }
      th, td { padding-right: 0.6rem; }
    }
    """
}
