import { css, registerStyles } from '@vaadin/vaadin-themable-mixin/register-styles.js';

/** The lines of a chart differ by more than their colour. */
registerStyles(
  'vaadin-chart',
  css`
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
  `,
);
