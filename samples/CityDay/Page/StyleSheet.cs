namespace CityDay.Page;

/// <summary>The look of the page. Colours are named by what they mean, once for light and once for dark.</summary>
internal static class StyleSheet
{
    public const string Text = """
        :root {
          color-scheme: light dark;
          --paper: #fcfcfa; --ink: #1e252c; --muted: #66707a; --faint: #e4e6e3; --panel: #ffffff; --edge: #c9cfd3;
          --soft: #bccddc; --strong: #2c5a85; --late: #c2492e; --good: #4f9188; --back: #a8660c; --skip: #6a5aa6; --track: #eef0ed;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #14181c; --ink: #e6e9eb; --muted: #9aa5ae; --faint: #272e34; --panel: #1b2127; --edge: #3d4851;
            --soft: #3c5468; --strong: #8fbce6; --late: #ec7a5c; --good: #63b3a6; --back: #e0a04a; --skip: #a99be6; --track: #242b31;
          }
        }
        * { box-sizing: border-box; }
        html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
        body { margin: 0; font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
        main, footer { max-width: 1184px; margin: 0 auto; padding: 0 32px; }
        header { padding: 52px 0 28px; }
        h1 { font-size: 38px; line-height: 1.15; font-weight: 650; letter-spacing: -0.015em; margin: 4px 0 10px; }
        h1 .zh { font-weight: 400; color: var(--muted); font-size: 0.72em; letter-spacing: 0.04em; }
        h2 { font-size: 19px; line-height: 1.3; font-weight: 620; margin: 0 0 14px; letter-spacing: -0.005em; }
        h2 .zh { font-weight: 400; color: var(--muted); font-size: 0.84em; margin-left: 4px; }
        p { margin: 0; }
        .eyebrow { color: var(--strong); font-size: 13px; font-weight: 600; letter-spacing: 0.02em; }
        .eyebrow .zh { font-weight: 400; margin-left: 4px; }
        .lead { font-size: 15px; }
        .muted, .sub, .none, .more { color: var(--muted); }
        .zh { font-family: "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; }
        section { padding: 30px 0 34px; border-top: 1px solid var(--faint); }
        .pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); column-gap: 56px; align-items: start; border-top: 1px solid var(--faint); }
        .pair section { border-top: 0; }
        .figures { display: grid; grid-template-columns: repeat(var(--wide), minmax(0, 1fr)); gap: 0 28px; margin: 0; padding: 4px 0 16px; }
        .figures div { display: grid; grid-row: span 3; grid-template-rows: subgrid; align-content: start; border-top: 2px solid var(--ink); padding: 9px 0 24px; }
        .figures dt { font-size: 13px; line-height: 1.35; }
        .figures dt .zh { color: var(--muted); }
        .figures dd { margin: 0; }
        .figures .value { font-size: 30px; line-height: 1.25; font-weight: 600; letter-spacing: -0.02em; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
        .figures .value.long { font-size: 22px; line-height: 37.5px; }
        .figures .sub { font-size: 12.5px; line-height: 1.4; }
        figure { margin: 0; }
        .key { display: flex; flex-wrap: wrap; gap: 2px 22px; font-size: 13px; margin: -6px 0 10px; }
        .key .zh { color: var(--muted); }
        .swatch { display: inline-block; width: 11px; height: 11px; margin-right: 7px; border-radius: 2px; }
        .swatch.soft { background: var(--soft); }
        .swatch.ink { background: var(--strong); } .swatch.late { background: var(--late); } .swatch.good { background: var(--good); }
        .stroke { display: inline-block; width: 22px; height: 3px; margin-right: 7px; vertical-align: 0.25em; border-radius: 2px; background: currentColor; }
        .stroke.next { color: var(--strong); } .stroke.skip { color: var(--skip); } .stroke.back { color: var(--back); } .stroke.stay { color: var(--muted); }
        svg.chart { display: block; width: 100%; height: auto; font-family: inherit; }
        svg text { fill: var(--ink); font-size: 12px; unicode-bidi: isolate; }
        .data { unicode-bidi: isolate; }
        .soft { fill: var(--soft); } .ink { fill: var(--strong); } .late { fill: var(--late); } .good { fill: var(--good); } .track { fill: var(--track); }
        line.grid { stroke: var(--faint); } line.base { stroke: var(--edge); }
        svg .tick { fill: var(--muted); font-size: 11.5px; } svg .tick.strong { fill: var(--ink); font-weight: 600; }
        svg .note { fill: var(--muted); } svg .note.strong { fill: var(--ink); font-weight: 600; paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
        .area { fill: var(--soft); fill-opacity: 0.35; } .level { fill: none; stroke: var(--strong); stroke-width: 1.6; stroke-linejoin: round; } .thin { fill: none; stroke: var(--strong); stroke-width: 1; }
        .dot { fill: var(--strong); stroke: var(--paper); stroke-width: 1.5; }
        .hit { fill: var(--ink); fill-opacity: 0; } .hit:hover { fill-opacity: 0.07; }
        .state rect { fill: var(--panel); stroke: var(--edge); stroke-width: 1.3; }
        .state.final rect { stroke: var(--strong); stroke-width: 2.2; }
        .state .zh { font-size: 15px; font-weight: 600; } .state .en { font-size: 12px; fill: var(--muted); } .state .step { font-size: 12px; fill: var(--muted); }
        .state .now { font-size: 17px; font-weight: 600; } .state .now.zero { fill: var(--muted); font-weight: 400; } .state .unit { font-size: 11px; fill: var(--muted); }
        .arrow.next { color: var(--strong); } .arrow.skip { color: var(--skip); } .arrow.back { color: var(--back); } .arrow.stay { color: var(--muted); }
        .arrow .casing { fill: none; stroke: var(--paper); }
        .arrow .line { fill: none; stroke: currentColor; stroke-opacity: 0.82; } .arrow .head { fill: currentColor; } .arrow .never { stroke-dasharray: 3 4; }
        .arrow:hover .line { stroke-opacity: 1; stroke: var(--ink); } .arrow:hover .head { fill: var(--ink); }
        svg .label { font-size: 11.5px; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
        svg .label .zh, svg .label.zh { fill: var(--muted); } svg .label .count, svg .label.count { font-weight: 650; }
        svg .label.back .count { fill: var(--back); } svg .label.skip .count { fill: var(--skip); }
        svg .label.next.count { fill: var(--strong); font-size: 13px; } svg .label.next .count { fill: var(--strong); }
        table { border-collapse: collapse; width: 100%; font-size: 13px; line-height: 1.3; }
        thead th { font-weight: 400; color: var(--muted); font-size: 12px; text-align: left; padding: 0 0 7px; vertical-align: bottom; }
        tbody th { font-weight: 400; text-align: left; padding: 4px 14px 4px 0; }
        tbody td { padding: 4px 0; }
        tbody tr { border-top: 1px solid var(--faint); }
        .bars tbody th { width: 46%; max-width: 0; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
        .bars td.bar { width: 29%; }
        .bars .bar svg { display: block; width: 100%; height: 11px; }
        .bars .sub { font-size: 12px; margin-left: 4px; }
        th.n, td.n { text-align: right; white-space: nowrap; padding-left: 14px; }
        thead th.n .zh { display: block; }
        td.zero { color: var(--muted); } td.strong { font-weight: 600; }
        .others th, .others td { color: var(--muted); }
        .refusals tbody th { width: 22%; } .refusals .reason { width: 42%; padding-right: 24px; } .refusals td.bar { width: 26%; }
        .code { font-family: ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace; font-size: 12px; }
        .more { font-size: 13px; padding-top: 9px; border-top: 1px solid var(--faint); }
        details { margin-top: 18px; font-size: 13px; } summary { color: var(--muted); cursor: pointer; }
        details .pair { border-top: 0; grid-template-columns: minmax(0, 2fr) minmax(0, 5fr); margin-top: 12px; }
        footer { padding-bottom: 56px; font-size: 13px; color: var(--muted); }
        footer h2 { font-size: 13px; color: var(--ink); margin: 0 0 6px; padding-top: 26px; border-top: 1px solid var(--faint); }
        footer ul { margin: 0 0 16px; padding-left: 18px; max-width: 78ch; } footer li { margin: 2px 0; }
        footer code { font-family: ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace; font-size: 12px; color: var(--ink); }
        @media (max-width: 1040px) {
          main, footer { padding: 0 24px; }
          main > .pair { display: block; }
          .figures { grid-template-columns: repeat(var(--narrow), minmax(0, 1fr)); }
          .pair section + section { border-top: 1px solid var(--faint); }
          .bars tbody th { width: 33%; } .bars td.bar { width: 42%; } .refusals tbody th { width: 22%; } .refusals td.bar { width: 22%; }
          svg .label, svg .tick { font-size: 12px; }
        }
        @media print {
          @page { size: A4; margin: 14mm 12mm; }
          :root {
            color-scheme: light;
            --paper: #ffffff; --ink: #1e252c; --muted: #5b646d; --faint: #dcdfdb; --panel: #ffffff; --edge: #b9c0c5;
            --soft: #bccddc; --strong: #2c5a85; --late: #c2492e; --good: #4f9188; --back: #a8660c; --skip: #6a5aa6; --track: #eef0ed;
          }
          html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          body { font-size: 10.5px; line-height: 1.4; }
          main, footer { max-width: none; padding: 0; }
          header { padding: 0 0 12px; }
          h1 { font-size: 26px; margin: 2px 0 6px; }
          h2 { font-size: 14px; margin-bottom: 10px; break-after: avoid; }
          section { padding: 14px 0 16px; break-inside: avoid; }
          .lead { font-size: 11px; } .eyebrow, .key, .more, details { font-size: 10px; }
          .figures { grid-template-columns: repeat(var(--wide), minmax(0, 1fr)); gap: 0 14px; padding-bottom: 4px; } .figures div { padding: 6px 0 14px; }
          .figures .value { font-size: 19px; } .figures .value.long { font-size: 15px; line-height: 23.75px; }
          .figures dt, .figures .sub { font-size: 9.5px; }
          main > .pair { display: grid; column-gap: 28px; }
          .pair section + section { border-top: 0; }
          table { font-size: 9.5px; } thead th { font-size: 9px; } .bars .sub, .code { font-size: 9px; }
          tbody th, tbody td { padding-top: 2.5px; padding-bottom: 2.5px; }
          .bars tbody th { width: 44%; padding-right: 8px; } .bars td.bar { width: 30%; } .bars .bar svg { height: 8px; }
          th.n, td.n { padding-left: 8px; }
          .refusals tbody th { width: 22%; } .refusals td.bar { width: 24%; }
          footer { padding: 0; font-size: 9.5px; } footer h2 { font-size: 10px; padding-top: 12px; } footer code { font-size: 9px; }
          figure, tr, .figures div, footer li { break-inside: avoid; }
          summary { display: none; }
        }
        """;
}
