namespace QofFhir.Publication.Statements;

/// <summary>How a statement looks on a screen and on A4. The page loads nothing, so it stands inside.</summary>
internal static class StatementStyle
{
    public const string Css = """
        :root { --ink: #212b32; --soft: #4c6272; --line: #d8dde0; --pale: #f0f4f5; --blue: #005eb8; --warn: #fff4d6; --warn-ink: #5c4300; }
        * { box-sizing: border-box; }
        html { font: 16px/1.5 "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: var(--ink); background: #fff; -webkit-text-size-adjust: 100%; }
        body { max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
        h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .25rem; }
        h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.5rem 0 .75rem; }
        h3 { font-size: 1.05rem; margin: 1.75rem 0 .35rem; }
        p { margin: 0 0 .75rem; }
        .over { color: var(--soft); margin: 0 0 .25rem; }
        .facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .75rem 1.5rem; margin: 1.25rem 0 0; padding: 0; border-top: 3px solid var(--blue); padding-top: 1rem; }
        dt { color: var(--soft); font-size: .875rem; }
        dd { margin: 0; font-weight: 600; }
        .sums { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); gap: 1rem; margin: 0 0 1rem; }
        .sums > div { border: 1px solid var(--line); border-top: 4px solid var(--blue); padding: .75rem 1rem; }
        .sums dd { font-size: 1.5rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
        .sums dd.note { font-size: .875rem; font-weight: 400; color: var(--soft); }
        .banner { border-left: 6px solid #a15c00; background: var(--warn); color: var(--warn-ink); padding: .75rem 1rem; margin: 1.25rem 0 0; }
        .banner strong { display: block; }
        .absent dt { font-size: 1rem; margin-top: .5rem; }
        .absent dt::first-letter { text-transform: uppercase; }
        .absent dd { font-weight: 400; padding-left: 1.25rem; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        caption { text-align: left; color: var(--soft); padding: 0 0 .5rem; }
        th, td { padding: .35rem .6rem .35rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
        thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
        tbody th { font-weight: 400; }
        .n { text-align: right; white-space: nowrap; padding-left: .6rem; }
        tr.group th, tr.group td { font-weight: 600; background: var(--pale); padding-top: .5rem; }
        tr.group > :first-child, tr.item > :first-child { padding-left: .5rem; }
        tr.item > :first-child { padding-left: 1.25rem; }
        tfoot th, tfoot td { font-weight: 700; border-top: 2px solid var(--ink); border-bottom: 0; }
        .id { font-weight: 600; }
        th.why, td.why { padding-left: .6rem; }
        td.why { color: var(--soft); font-weight: 400 !important; }
        .lost th[scope=row] { width: 44%; }
        .sum { font-variant-numeric: tabular-nums; background: var(--pale); border-left: 4px solid var(--blue); padding: .5rem .75rem; margin: 0 0 .5rem; }
        ul.lines, ul.lines ul { list-style: none; margin: 0; padding: 0; }
        ul.lines ul { margin-left: .4rem; padding-left: 1rem; border-left: 1px solid var(--line); }
        ul.lines li { padding: .15rem 0; font-variant-numeric: tabular-nums; }
        .of { color: var(--soft); font-size: .9375rem; }
        footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1rem; color: var(--soft); font-size: .875rem; overflow-wrap: anywhere; }
        @page { size: A4; margin: 15mm 14mm 16mm; }
        @media print {
          html { font-size: 10pt; line-height: 1.35; }
          body { max-width: none; padding: 0; }
          h1 { font-size: 18pt; } h2 { font-size: 13pt; margin-top: 16pt; } h3 { margin-top: 10pt; }
          h2, h3, .sum, caption { break-after: avoid; }
          .banner, tr.group th, tr.group td, .sum { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          .scroll { overflow: visible; }
          thead { display: table-header-group; } tfoot { display: table-row-group; }
          tr, .sums > div, .keep { break-inside: avoid; }
          tr.group { break-after: avoid; }
          .sums { grid-template-columns: repeat(auto-fit, minmax(33mm, 1fr)); gap: 6pt; } .sums dd { font-size: 13pt; }
          .facts { grid-template-columns: repeat(4, 1fr); }
          .apart { break-before: page; }
          .groups { columns: 2; column-gap: 9mm; font-size: 8.5pt; }
          .groups h3 { font-size: 10pt; margin-top: 6pt; }
          .groups .sum { padding: 2pt 5pt; margin-bottom: 2pt; } .groups p { margin-bottom: 2pt; } .groups .of { font-size: 8pt; }
          ul.lines li { padding: 0; } ul.lines ul { padding-left: 6pt; }
          th, td { padding-top: 2pt; padding-bottom: 2pt; }
        }
        """;
}
