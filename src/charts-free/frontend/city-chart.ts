import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([LineChart, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

const COLORS = 6;
/** The lines of a chart differ by more than their colour. */
const DASHES = ['solid', [7, 4], [2, 3], [10, 3, 2, 3], [14, 5], [4, 2]] as const;

type Stretch = [number, number][];

type Line = {
  name: string;
  axis: number;
  decimals: number;
  points: boolean;
  stretches: Stretch[];
  before?: { name: string; stretches: Stretch[] };
  band?: { name: string; stretches: [number, number, number][][] };
};

type Axis = { unit: string; circle: boolean; zero: boolean; limits: { label: string; value: number }[] };

type Course = {
  from: number;
  to: number;
  zone: string;
  language: string;
  axes: Axis[];
  ticks: number[];
  doubts: [number, number][];
  breach?: [number, number];
  lines: Line[];
};

type Hover = { value: [number, number | null]; seriesName: string };

/** From here on the axis names months. */
const LONG = 60 * 24 * 3600 * 1000;

/** Less than this many pixels is a click, no frame. */
const FRAME = 8;

/** Draws a `course` of values over time: lines with gaps, directions as points, times of the town. Nothing moves. A frame
 * drawn with the mouse says `zoomed` with its begin and end. */
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
    this.addEventListener('pointerdown', this.startFrame);
    this.size.observe(this);
    this.looks.observe(document.documentElement, { attributeFilter: ['theme', 'style'] });
    this.scheme.addEventListener('change', this.redraw);
    this.draw();
  }

  disconnectedCallback(): void {
    this.removeEventListener('pointerdown', this.startFrame);
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
    const number = new Intl.NumberFormat(course.language, { maximumFractionDigits: 6 });
    const named = course.axes.some((axis) => axis.unit);
    this.chart.setOption(
      {
        animation: false,
        textStyle: text,
        color: Array.from({ length: COLORS }, (_, i) => this.color(`--vaadin-charts-color-${i}`)),
        grid: { left: 8, right: 16, top: named ? 32 : 16, bottom: course.lines.length > 1 ? 52 : 28 },
        legend: {
          show: course.lines.length > 1,
          data: course.lines.map((each) => each.name),
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
        yAxis: course.axes.map((axis, i) => ({
          type: 'value',
          name: axis.unit,
          position: i ? 'right' : 'left',
          nameTextStyle: { ...text, align: i ? 'right' : 'left' },
          scale: !axis.zero,
          ...(axis.circle ? { min: 0, max: 360, interval: 90 } : {}),
          axisLabel: { ...text, formatter: (value: number) => number.format(value) },
          splitLine: { show: !i, lineStyle: { color: line } },
        })),
        series: [
          ...course.lines.flatMap((each, i) => band(each, this.color(`--vaadin-charts-color-${i % COLORS}`))),
          ...course.lines.flatMap((each, i) => before(each, this.color(`--vaadin-charts-color-${i % COLORS}`))),
          ...course.lines.map((each, i) => series(each, i, this.color(`--vaadin-charts-color-${i % COLORS}`))),
          ...course.axes.map((axis, i) => limits(axis, i, this.color('--ink'))),
          ground(course.doubts, soft, 'dashed'),
          ground(course.breach ? [course.breach] : [], this.color('--warning'), 'solid'),
        ],
      },
      { notMerge: true },
    );
    this.toggleAttribute('data-drawn', true);
  }

  /** A finger scrolls the page, so only a mouse or a pen draws a frame. */
  private readonly startFrame = (down: PointerEvent): void => {
    if (down.pointerType === 'touch' || down.button !== 0) return;
    const left = this.getBoundingClientRect().left;
    const frame = document.createElement('div');
    frame.className = 'chart-frame';
    const at = (event: PointerEvent): [number, number] => {
      const [from, to] = [down.clientX - left, event.clientX - left];
      return [Math.min(from, to), Math.max(from, to)];
    };
    const move = (event: PointerEvent): void => {
      const [from, to] = at(event);
      frame.style.left = `${from}px`;
      frame.style.width = `${to - from}px`;
      if (to - from >= FRAME && !frame.isConnected) this.append(frame);
    };
    const end = (event: PointerEvent): void => {
      window.removeEventListener('pointermove', move);
      frame.remove();
      const [from, to] = at(event);
      if (to - from >= FRAME) this.zoomed(from, to);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end, { once: true });
  };

  private zoomed(left: number, right: number): void {
    const course = this.shown;
    if (!this.chart || !course) return;
    const from = Math.max(course.from, Number(this.chart.convertFromPixel({ xAxisIndex: 0 }, left)));
    const to = Math.min(course.to, Number(this.chart.convertFromPixel({ xAxisIndex: 0 }, right)));
    this.dispatchEvent(new CustomEvent('zoomed', { detail: { from, to } }));
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
function data(stretches: Stretch[], points: boolean): object[] {
  return stretches
    .filter((stretch) => stretch.length)
    .flatMap((stretch) => [
      ...stretch.map((value) => (points || stretch.length === 1 ? { value, symbol: 'circle' } : value)),
      [stretch[stretch.length - 1][0] + 1, null],
    ]);
}

function series(line: Line, index: number, color: string): object {
  return {
    type: 'line',
    name: line.name,
    yAxisIndex: line.axis,
    data: data(line.stretches, line.points),
    symbol: 'none',
    symbolSize: 6,
    showAllSymbol: true,
    connectNulls: false,
    color,
    lineStyle: { width: line.points ? 0 : 2, color, type: DASHES[(index + Math.floor(index / COLORS)) % DASHES.length] },
    emphasis: { disabled: true },
  };
}

/** What was before, thin behind the line of the same colour. */
function before(line: Line, color: string): object[] {
  if (!line.before) return [];
  return [
    {
      type: 'line',
      name: line.before.name,
      yAxisIndex: line.axis,
      data: data(line.before.stretches, line.points),
      symbol: 'none',
      connectNulls: false,
      color,
      lineStyle: { width: 1, color, type: [1, 3], opacity: 0.8 },
      emphasis: { disabled: true },
    },
  ];
}

/** Between two values of each moment: an area on top of one that is not seen. */
function band(line: Line, color: string): object[] {
  if (!line.band) return [];
  const edge = (value: (each: [number, number, number]) => number): object[] =>
    line.band!.stretches
      .filter((stretch) => stretch.length)
      .flatMap((stretch) => [...stretch.map((each) => [each[0], value(each)]), [stretch[stretch.length - 1][0] + 1, null]]);
  const area = {
    type: 'line',
    name: line.band.name,
    yAxisIndex: line.axis,
    stack: 'band',
    stackStrategy: 'all',
    symbol: 'none',
    silent: true,
    color,
    lineStyle: { width: 0 },
    emphasis: { disabled: true },
  };
  return [
    { ...area, data: edge(([, low]) => low) },
    { ...area, data: edge(([, low, high]) => high - low), areaStyle: { color, opacity: 0.16 } },
  ];
}

function limits(axis: Axis, index: number, color: string): object {
  return {
    type: 'line',
    yAxisIndex: index,
    data: [],
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color, type: [6, 3], width: 1 },
      label: { color, position: 'insideStartTop', formatter: ({ name }: { name: string }) => name },
      data: axis.limits.map(({ label, value }) => ({ name: label, yAxis: value })),
    },
  };
}

/** A ground behind the steps with implausible values, which are not drawn, or behind the time in which a rule was broken. */
function ground(spans: [number, number][], color: string, borderType: 'dashed' | 'solid'): object {
  return {
    type: 'line',
    data: [],
    markArea: {
      silent: true,
      itemStyle: { color, opacity: 0.18, borderColor: color, borderWidth: 1, borderType },
      data: spans.map(([from, to]) => [{ xAxis: from }, { xAxis: to }]),
    },
  };
}

function tick(course: Course, time: number): string {
  const formatted = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(course.language, { timeZone: course.zone, ...options }).format(time);
  if (course.to - course.from > LONG) return formatted({ month: 'short', year: 'numeric' });
  const hour = formatted({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return hour === '00:00' ? formatted({ weekday: 'short', day: 'numeric', month: 'numeric' }) : hour;
}

function tooltip(course: Course, hovered: Hover[]): HTMLElement {
  const box = document.createElement('div');
  const at = hovered.find((each) => each.value[1] !== null);
  if (!at) return box;
  const time = new Intl.DateTimeFormat(course.language, { timeZone: course.zone, dateStyle: 'full', timeStyle: 'short' });
  box.append(time.format(at.value[0]));
  for (const each of hovered) {
    const line = course.lines.find(({ name, before: earlier }) => name === each.seriesName || earlier?.name === each.seriesName);
    if (!line || each.value[1] === null) continue;
    const number = new Intl.NumberFormat(course.language, {
      minimumFractionDigits: line.decimals,
      maximumFractionDigits: line.decimals,
    });
    const unit = course.axes[line.axis].unit;
    const row = document.createElement('div');
    row.textContent = `${each.seriesName}: ${number.format(each.value[1])}${unit ? '\u00a0' + unit : ''}`;
    box.append(row);
  }
  return box;
}

customElements.define('city-chart', CityChart);
