// Draws the charts of the page from the tables beside them, and nothing that does not stand there. The library is asked for
// when the first chart comes near; without it, or without scripts, the tables stay as they are.
(function () {
  'use strict';

  const COLOURS = ['--series-1', '--series-2', '--series-3', '--series-4', '--series-5', '--series-6'];
  const SHAPES = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot', 'star'];
  const DAY = 86400000;
  const NARROW = 500;
  const page = document.documentElement;
  const rtl = page.dir === 'rtl';
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const dates = new Intl.DateTimeFormat(page.lang + '-u-nu-latn', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const years = new Intl.DateTimeFormat(page.lang + '-u-nu-latn', { year: 'numeric', month: 'short', timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat('en');

  const colour = (name) => getComputedStyle(page).getPropertyValue(name).trim();
  const number = (text) => (text === undefined || text === '' ? null : Number(text));
  const day = (text) => Date.parse(text + 'T00:00:00Z') / DAY;
  const distinct = (list) => [...new Set(list)];

  const marks = [...document.querySelectorAll('.marks li')].map((item, i) => ({ at: day(item.dataset.date), text: String(i + 1) }));

  // What stands for a figure: what the source says is most likely, or the bound it gives.
  function shown(point) {
    return point.best !== null ? point.best : point.lower !== null ? point.lower : point.upper;
  }

  function read(figure) {
    return [...figure.querySelectorAll('tbody tr')].filter((row) => row.dataset.drawn === 'true').map((row) => ({
      date: row.dataset.to ? day(row.dataset.to) : null,
      category: row.dataset.category,
      series: row.dataset.series,
      lower: number(row.dataset.lower),
      best: number(row.dataset.best),
      upper: number(row.dataset.upper),
      text: row.dataset.text,
      who: row.dataset.who,
    }));
  }

  // A line from bound to bound; an arrow where the source gives no bound on that side.
  const uncertainty = {
    id: 'uncertainty',
    afterDatasetsDraw(chart) {
      const context = chart.ctx;
      context.save();
      context.lineWidth = 2;
      chart.data.datasets.forEach((set, s) => {
        const meta = chart.getDatasetMeta(s);
        context.strokeStyle = set.borderColor;
        set.points.forEach((point, i) => {
          const element = meta.data[i];
          if (!point || !element || (point.lower !== null && point.lower === point.upper)) {
            return;
          }
          const across = chart.options.indexAxis === 'y';
          const scale = across ? chart.scales.x : chart.scales.y;
          const middle = across ? element.y : element.x;
          const from = scale.getPixelForValue(point.lower !== null ? point.lower : shown(point));
          const to = scale.getPixelForValue(point.upper !== null ? point.upper : shown(point));
          const grows = Math.sign(scale.getPixelForValue(scale.max) - scale.getPixelForValue(scale.min));
          whisker(context, across, middle, from, point.lower === null ? -grows : 0);
          whisker(context, across, middle, to, point.upper === null ? grows : 0);
          line(context, across, middle, from, to);
        });
      });
      context.restore();
    },
  };

  function line(context, across, middle, from, to) {
    context.beginPath();
    context.moveTo(...(across ? [from, middle] : [middle, from]));
    context.lineTo(...(across ? [to, middle] : [middle, to]));
    context.stroke();
  }

  function whisker(context, across, middle, at, direction) {
    const tip = at + direction * 16;
    const base = direction === 0 ? at : tip - direction * 6;
    if (direction !== 0) {
      line(context, across, middle, at, tip);
    }
    context.beginPath();
    context.moveTo(...(across ? [base, middle - 5] : [middle - 5, base]));
    context.lineTo(...(across ? [tip, middle] : [middle, tip]));
    context.lineTo(...(across ? [base, middle + 5] : [middle + 5, base]));
    context.stroke();
  }

  const milestones = {
    id: 'milestones',
    beforeDatasetsDraw(chart) {
      if (!chart.options.ofTime) {
        return;
      }
      const context = chart.ctx;
      const { left, right, top, bottom } = chart.chartArea;
      context.save();
      context.strokeStyle = context.fillStyle = colour('--quiet-text');
      context.setLineDash([3, 3]);
      context.font = '11px system-ui, sans-serif';
      context.textAlign = 'center';
      let last = [-100, -100];
      marks.forEach((mark) => {
        const x = chart.scales.x.getPixelForValue(mark.at);
        if (x < left || x > right) {
          return;
        }
        context.beginPath();
        context.moveTo(x, top);
        context.lineTo(x, bottom);
        context.stroke();
        // Numbers that would stand on one another take the next line, and then the one after.
        const row = last.findIndex((before) => Math.abs(x - before) > 18);
        if (row >= 0) {
          last[row] = x;
          context.fillText(mark.text, x, top - 4 - row * 12);
        }
      });
      context.restore();
    },
  };

  function look(index) {
    const tone = colour(COLOURS[index % COLOURS.length]);
    return { borderColor: tone, backgroundColor: tone, pointStyle: SHAPES[index % SHAPES.length], pointRadius: 6, pointHoverRadius: 8, pointBorderWidth: 2, clip: false };
  }

  // Bars are told apart by stripes too: across, down, up, along.
  function striped(index) {
    const tile = document.createElement('canvas');
    tile.width = tile.height = 8;
    const context = tile.getContext('2d');
    context.fillStyle = colour(COLOURS[index % COLOURS.length]);
    context.fillRect(0, 0, 8, 8);
    context.strokeStyle = colour('--ground');
    context.lineWidth = 1.5;
    context.beginPath();
    [[], [[0, 4, 8, 4]], [[0, 8, 8, 0]], [[4, 0, 4, 8]], [[0, 0, 8, 8]], [[0, 4, 8, 4], [4, 0, 4, 8]]][index % 6].forEach(([fromX, fromY, toX, toY]) => {
      context.moveTo(fromX, fromY);
      context.lineTo(toX, toY);
    });
    context.stroke();
    return context.createPattern(tile, 'repeat');
  }

  function overTime(points) {
    return distinct(points.map((point) => point.series)).map((series, i) => {
      const own = points.filter((point) => point.series === series && point.date !== null);
      return { type: 'scatter', label: series, points: own, data: own.map((point) => ({ x: point.date, y: shown(point) })), ...look(i) };
    });
  }

  const ofDays = (points) => stacked(points, true);
  const ofStatements = (points) => stacked(points, false);

  function stacked(points, ofTime) {
    const categories = distinct(points.map((point) => (ofTime ? point.date : point.category)));
    return distinct(points.map((point) => point.series)).map((series, i) => {
      const own = categories.map((category) => points.find((point) => point.series === series && (ofTime ? point.date : point.category) === category) || null);
      // A day without a report has no bar: null is no number.
      return { type: 'bar', label: series, points: own, data: own.map((point, c) => (ofTime ? { x: categories[c], y: point && shown(point) } : { x: point && shown(point), y: c })), backgroundColor: striped(i), borderWidth: 1, borderColor: colour('--text'), pointStyle: 'rect', maxBarThickness: 28 };
    });
  }

  function sideBySide(points) {
    const categories = distinct(points.map((point) => point.category));
    return distinct(points.map((point) => point.series)).map((series, i) => {
      const own = points.filter((point) => point.series === series);
      return { type: 'scatter', label: series, points: own, data: own.map((point) => ({ x: shown(point), y: categories.indexOf(point.category) })), ...look(i) };
    });
  }

  // Long names are broken: a drawing has no other way to wrap them.
  function wrapped(text, width) {
    const lines = [''];
    text.split(' ').forEach((word) => {
      const last = lines.length - 1;
      if (lines[last] && lines[last].length + word.length >= width) {
        lines.push(word);
      } else {
        lines[last] = lines[last] ? lines[last] + ' ' + word : word;
      }
    });
    return lines.length > 3 ? [lines[0], lines[1], lines[2] + ' …'] : lines;
  }

  function options(kind, points, width) {
    const text = colour('--text');
    const grid = { color: colour('--grid') };
    const plain = { grid, ticks: { color: text } };
    const value = { ...plain, ticks: { color: text, callback: (tick) => numbers.format(tick), maxTicksLimit: 6 } };
    const categories = distinct(points.map((point) => point.category));
    const ofTime = kind === 'over-time' || kind === 'by-day';
    const first = Math.min(...points.map((point) => point.date));
    const last = Math.max(...points.map((point) => point.date));
    const gap = 3 + (last - first) / 30;
    const months = last - first > 200 ? years : dates;
    const time = { ...plain, type: 'linear', reverse: rtl, min: first - gap, max: last + gap, ticks: { color: text, maxTicksLimit: Math.max(3, Math.floor(width / 90)), precision: 0, maxRotation: 0, callback: (tick) => months.format(tick * DAY) } };
    const across = !ofTime;
    const named = { ...plain, type: 'linear', reverse: true, min: -0.6, max: categories.length - 0.4, afterBuildTicks: (axis) => { axis.ticks = categories.map((_, i) => ({ value: i })); }, ticks: { color: text, autoSkip: false, callback: (tick) => wrapped(categories[tick] || '', width < NARROW ? 15 : 34) } };
    return {
      ofTime,
      indexAxis: across ? 'y' : 'x',
      responsive: true,
      maintainAspectRatio: false,
      animation: still ? false : { duration: 200 },
      locale: 'en',
      layout: { padding: { top: ofTime ? 30 : 8, right: 8, left: 8 } },
      interaction: { mode: 'nearest', intersect: true },
      scales: across
        ? { x: { ...value, beginAtZero: true, reverse: rtl, grace: '10%', stacked: kind === 'stacked' }, y: { ...named, stacked: kind === 'stacked', position: rtl ? 'right' : 'left' } }
        : { x: { ...time, stacked: kind === 'by-day' }, y: { ...value, beginAtZero: true, grace: '10%', stacked: kind === 'by-day', position: rtl ? 'right' : 'left' } },
      plugins: {
        legend: { rtl, position: 'bottom', align: 'start', labels: { color: text, usePointStyle: true, textAlign: rtl ? 'right' : 'left', generateLabels: (chart) => legend(chart, width) } },
        tooltip: { rtl, textDirection: page.dir, callbacks: { title: () => '', label: (item) => told(item.dataset.points[item.dataIndex]) } },
      },
    };
  }

  function legend(chart, width) {
    const items = window.Chart.defaults.plugins.legend.labels.generateLabels(chart);
    const most = Math.max(20, Math.floor(width / 8));
    items.forEach((item) => { item.text = item.text.length > most ? item.text.slice(0, most - 1) + '…' : item.text; });
    return items;
  }

  function told(point) {
    return wrapped([point.category, point.series, point.text, point.who].filter(Boolean).join(' · '), 48);
  }

  // Room for the drawing is made before anything is drawn, so that nothing moves under the reader.
  function prepare(figure) {
    const points = read(figure);
    if (!points.length) {
      return null;
    }
    const box = figure.querySelector('.drawing');
    const days = figure.dataset.days === 'true';
    const kind = figure.dataset.kind === 'stacked' && days ? 'by-day' : figure.dataset.kind;
    const categories = distinct(points.map((point) => point.category));
    box.hidden = false;
    if (kind === 'stacked' || kind === 'side-by-side') {
      const row = box.clientWidth < NARROW ? 62 : 48;
      box.style.height = 120 + row * Math.max(2, categories.length) + 'px';
    }
    figure.querySelector('details').open = false;
    return { figure, box, kind, points };
  }

  function giveUp({ figure, box }) {
    box.hidden = true;
    figure.querySelector('details').open = true;
  }

  function draw(drawing) {
    const { box, kind, points } = drawing;
    const sets = { 'over-time': overTime, 'side-by-side': sideBySide, stacked: ofStatements, 'by-day': ofDays }[kind](points);
    drawing.chart = new window.Chart(box.querySelector('canvas'), {
      data: { datasets: sets },
      options: options(kind, points, box.clientWidth),
      plugins: [uncertainty, milestones],
    });
  }

  let library = null;
  function withLibrary() {
    if (!library) {
      library = new Promise((done, failed) => {
        const script = document.createElement('script');
        script.src = document.querySelector('[data-library]').dataset.library;
        script.onload = done;
        script.onerror = failed;
        document.head.append(script);
      });
    }
    return library;
  }

  const drawings = [...document.querySelectorAll('.chart')].map(prepare).filter(Boolean);
  const near = new IntersectionObserver((entries) => {
    entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
      near.unobserve(entry.target);
      const drawing = drawings.find(({ figure }) => figure === entry.target);
      withLibrary().then(() => draw(drawing), () => giveUp(drawing));
    });
  }, { rootMargin: '400px' });
  drawings.forEach(({ figure }) => near.observe(figure));

  // Colours are not the browser's to change in a drawing.
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    drawings.filter(({ chart }) => chart).forEach((drawing) => {
      drawing.chart.destroy();
      draw(drawing);
    });
  });
})();
