import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkAreaComponent, TooltipComponent } from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([LineChart, GridComponent, LegendComponent, MarkAreaComponent, TooltipComponent, SVGRenderer]);

const COLORS = 6;
/** The lines of a chart differ by more than their colour. */
const DASHES = ['solid', [7, 4], [2, 3], [10, 3, 2, 3], [14, 5], [4, 2]] as const;

type Line = { name: string; stretches: [number, number][][] };

type Course = {
  from: number;
  to: number;
  zone: string;
  language: string;
  unit: string;
  decimals: number;
  points: boolean;
  zero: boolean;
  ticks: number[];
  doubts: [number, number][];
  lines: Line[];
};

type Hover = { value: [number, number | null]; marker: string; seriesName: string };

/** Draws a `course` of values over time: lines with gaps, directions as points, times of the town. Nothing moves. */
class CityChart extends HTMLElement {
  private chart: ECharts | undefined;
  private shown: Course | undefined;
  private readonly size = new ResizeObserver(() => this.chart?.resize());
  private readonly looks = new MutationObserver(() => this.draw());
  private readonly scheme = window.matchMedia('(prefers-color-scheme: dark)');
  private readonly redraw = (): void => this.draw();

  set course(course: Course) {
    this.shown = course;
    this.draw();
  }

  connectedCallback(): void {
    this.style.display = 'block';
    this.chart = init(this, null, { renderer: 'svg' });
    this.size.observe(this);
    this.looks.observe(document.documentElement, { attributeFilter: ['theme', 'style'] });
    this.scheme.addEventListener('change', this.redraw);
    this.draw();
  }

  disconnectedCallback(): void {
    this.size.disconnect();
    this.looks.disconnect();
    this.scheme.removeEventListener('change', this.redraw);
    this.chart?.dispose();
    this.chart = undefined;
  }

  private draw(): void {
    const course = this.shown;
    if (!this.chart || !course) return;
    const soft = this.color('--soft');
    const line = this.color('--line');
    const text = { color: soft, fontFamily: getComputedStyle(this).fontFamily, fontSize: 13 };
    const number = new Intl.NumberFormat(course.language, { maximumFractionDigits: course.decimals });
    this.chart.setOption(
      {
        animation: false,
        textStyle: text,
        color: Array.from({ length: COLORS }, (_, i) => this.color(`--vaadin-charts-color-${i}`)),
        grid: { left: 8, right: 16, top: course.unit ? 32 : 16, bottom: course.lines.length > 1 ? 52 : 28 },
        legend: {
          show: course.lines.length > 1,
          type: 'scroll',
          bottom: 0,
          textStyle: { ...text, color: this.color('--ink') },
          pageTextStyle: text,
          pageIconColor: this.color('--ink'),
          pageIconInactiveColor: line,
        },
        tooltip: {
          trigger: 'axis',
          confine: true,
          transitionDuration: 0,
          backgroundColor: this.color('--card'),
          borderColor: line,
          textStyle: { ...text, color: this.color('--ink') },
          formatter: (hovered: Hover[]) => tooltip(course, hovered),
        },
        xAxis: {
          type: 'time',
          min: course.from,
          max: course.to,
          axisLine: { lineStyle: { color: line } },
          axisTick: { customValues: course.ticks, lineStyle: { color: line } },
          axisLabel: { ...text, customValues: course.ticks, hideOverlap: true, formatter: (time: number) => tick(course, time) },
          splitLine: { show: false },
        },
        yAxis: {
          type: 'value',
          name: course.unit,
          nameTextStyle: { ...text, align: 'left' },
          scale: !course.zero,
          ...(course.points ? { min: 0, max: 360, interval: 90 } : {}),
          axisLabel: { ...text, formatter: (value: number) => number.format(value) },
          splitLine: { lineStyle: { color: line } },
        },
        series: [...course.lines.map((each, i) => series(course, each, i)), doubts(course, soft)],
      },
      { notMerge: true },
    );
    this.toggleAttribute('data-drawn', true);
  }

  /** What a custom property stands for here and now, in light or dark. */
  private color(property: string): string {
    const probe = document.createElement('i');
    probe.style.color = `var(${property})`;
    this.append(probe);
    const color = getComputedStyle(probe).color;
    probe.remove();
    return color;
  }
}

/** A stretch ends with an empty value; a stretch of a single point has no line, so it gets a mark. */
function series(course: Course, line: Line, index: number): object {
  const data = line.stretches.flatMap((stretch) => [
    ...stretch.map((value) => (course.points || stretch.length === 1 ? { value, symbol: 'circle' } : value)),
    [stretch[stretch.length - 1][0] + 1, null],
  ]);
  return {
    type: 'line',
    name: line.name,
    data,
    symbol: 'none',
    symbolSize: 6,
    showAllSymbol: true,
    connectNulls: false,
    lineStyle: { width: course.points ? 0 : 2, type: DASHES[(index + Math.floor(index / COLORS)) % DASHES.length] },
    emphasis: { disabled: true },
  };
}

/** A ground behind the steps with implausible values, which are not drawn. */
function doubts(course: Course, color: string): object {
  return {
    type: 'line',
    data: [],
    markArea: {
      silent: true,
      itemStyle: { color, opacity: 0.18, borderColor: color, borderWidth: 1, borderType: 'dashed' },
      data: course.doubts.map(([from, to]) => [{ xAxis: from }, { xAxis: to }]),
    },
  };
}

function tick(course: Course, time: number): string {
  const formatted = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(course.language, { timeZone: course.zone, ...options }).format(time);
  const hour = formatted({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return hour === '00:00' ? formatted({ weekday: 'short', day: 'numeric', month: 'numeric' }) : hour;
}

function tooltip(course: Course, hovered: Hover[]): HTMLElement {
  const box = document.createElement('div');
  const at = hovered.find((each) => each.value[1] !== null);
  if (!at) return box;
  const time = new Intl.DateTimeFormat(course.language, { timeZone: course.zone, dateStyle: 'full', timeStyle: 'short' });
  const number = new Intl.NumberFormat(course.language, {
    minimumFractionDigits: course.decimals,
    maximumFractionDigits: course.decimals,
  });
  box.append(time.format(at.value[0]));
  for (const each of hovered) {
    if (each.value[1] === null) continue;
    const line = document.createElement('div');
    line.textContent = `${each.seriesName}: ${number.format(each.value[1])}${course.unit ? '\u00a0' + course.unit : ''}`;
    box.append(line);
  }
  return box;
}

customElements.define('city-chart', CityChart);
