import { css, registerStyles } from '@vaadin/vaadin-themable-mixin/register-styles.js';

/** The lines of a chart differ by more than their colour; directions are points, because a line from 350° to 10° lies. */
registerStyles(
  'vaadin-chart',
  css`
    .points-only .highcharts-graph {
      display: none;
    }
    .highcharts-plot-band.doubt {
      fill: var(--soft);
      fill-opacity: 0.18;
      stroke: var(--soft);
      stroke-dasharray: 2 3;
    }
    .highcharts-plot-band.breach {
      fill: var(--warning);
      fill-opacity: 0.14;
      stroke: var(--warning);
    }
    .before .highcharts-graph {
      stroke-width: 1px;
      stroke-dasharray: 1 3;
    }
    .extremes .highcharts-graph,
    .usual .highcharts-graph {
      stroke-width: 0;
    }
    .extremes .highcharts-area,
    .usual .highcharts-area {
      fill-opacity: 0.16;
    }
    .extremes .highcharts-point,
    .usual .highcharts-point {
      display: none;
    }
    .highcharts-plot-line.limit {
      stroke: var(--ink);
      stroke-width: 1px;
      stroke-dasharray: 6 3;
    }
    .highcharts-plot-line-label.limit {
      fill: var(--ink);
    }
    .highcharts-series-1 .highcharts-graph {
      stroke-dasharray: 7 4;
    }
    .highcharts-series-2 .highcharts-graph {
      stroke-dasharray: 2 3;
    }
    .highcharts-series-3 .highcharts-graph {
      stroke-dasharray: 10 3 2 3;
    }
    .highcharts-series-4 .highcharts-graph {
      stroke-dasharray: 14 5;
    }
    .highcharts-series-5 .highcharts-graph {
      stroke-dasharray: 4 2;
    }
  `,
);
