// The first script: small, plain ES5, and the only one before wasm.
//
// It tests the browser, sets theme and language before the first paint, starts every download
// the first screen needs, and speaks up when any of that fails. The page has two programs: `app`, and
// `study` (lessons, reviews, tests, certificates, credits), which is loaded when an address first asks for it. Each draws into
// an element of its name; the one that the address belongs to is shown.
//
// What it leaves for the app (read only in src/platform), as `window.kakehashi`:
//   build            where this build's files lie: version, app and study {js, wasm, global}, worker, press, rescue,
//                    texts {language: file}, packs [{id, path}], pictures, certificateFont
//   lang, theme      'id' | 'en' | 'ja', 'light' | 'dark', as set on <html>
//   inApp            name of the app that embeds this browser, or ''
//   texts            promise of the text table (JSON text) of `lang`
//   setLang(lang)    another language: `texts` is its table then, and the window gets the event `kakehashi-lang`
//   worker()         the one worker of the page, started when first asked for
//   press()          a new worker that makes certificates
//   scriptUrl(file)  the only way to a script address: passes this build's own, throws for others
//   mounted(name)    this program has painted its first screen
//   failed(reason, detail)  no wasm runs any more: shows the page of rescue.js
//   update           null, or a function that changes to the waiting new version
//                    (the window gets the event `kakehashi-update` when it is set)
(function () {
  'use strict';
  var html = document.documentElement;
  var build = JSON.parse(document.getElementById('kkh-build').textContent);

  // ---- theme and language, before the first paint

  function stored(key) {
    try {
      var value = localStorage.getItem(key);
      return value && value.replace(/^"|"$/g, '');
    } catch (refused) {
      return null;
    }
  }

  // Old Android says `in` for Indonesian; Malay readers are served best by it too.
  function known(tag) {
    var two = String(tag).toLowerCase().slice(0, 2);
    if (two === 'in' || two === 'ms') { two = 'id'; }
    return two === 'id' || two === 'en' || two === 'ja' ? two : null;
  }

  function chooseLanguage() {
    var own = known(stored('kkh1.lang') || '');
    var wishes = navigator.languages || [navigator.language || ''];
    for (var i = 0; !own && i < wishes.length; i += 1) { own = known(wishes[i]); }
    return own || 'id';
  }

  function chooseTheme() {
    var own = stored('kkh1.theme');
    if (own === 'light' || own === 'dark') { return own; }
    return window.matchMedia && matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }

  var lang = chooseLanguage();
  var theme = chooseTheme();
  html.lang = lang;
  html.setAttribute('data-theme', theme);
  html.setAttribute('data-text', stored('kkh1.text-size') || '100');
  html.setAttribute('data-furigana', stored('kkh1.furigana') || 'always');
  html.setAttribute('data-romaji', stored('kkh1.romaji') || 'off');
  html.setAttribute('data-sound', stored('kkh1.sound') || 'on');
  document.querySelector('meta[name=theme-color]').content = theme === 'dark' ? '#14171c' : '#faf7f0';

  // The first word of the address, and the program that it belongs to.
  function place() { return location.hash.replace(/^#\/?/, '').split(/[/?]/)[0]; }
  function wanted() { return /^(lesson|review|test|certificates|credits)$/.test(place()) ? 'study' : 'app'; }

  // Which frame the app will draw, so that nothing moves when it does.
  function frame() {
    if (/^(lesson|review|test|welcome)$/.test(place())) { return 'full'; }
    try {
      for (var i = 0; i < localStorage.length; i += 1) {
        if (/^kkh1\.(?!theme$|lang$)/.test(localStorage.key(i))) { return 'bar'; }
      }
    } catch (refused) {
      return 'first';
    }
    return 'first';
  }
  html.setAttribute('data-shell', frame());

  // ---- browsers inside other apps keep storage and downloads to themselves

  function embeddedIn(agent) {
    var signs = [
      [/FBAN|FBAV|FB_IAB/, 'Facebook'], [/Instagram/, 'Instagram'], [/\bLine\//, 'LINE'],
      [/TikTok|musical_ly|BytedanceWebview|trill/, 'TikTok'], [/Twitter/, 'X'],
      [/MicroMessenger/, 'WeChat'], [/; wv\)/, 'WebView']
    ];
    for (var i = 0; i < signs.length; i += 1) {
      if (signs[i][0].test(agent)) { return signs[i][1]; }
    }
    return '';
  }

  var inApp = embeddedIn(navigator.userAgent || '');
  if (inApp) { html.setAttribute('data-inapp', inApp); }

  // ---- what is said when the app cannot start

  var SAY = {
    id: {
      old: ['Browser ini terlalu lama', 'Kakehashi memerlukan Chrome 109, Firefox 115, Safari 16.4, atau yang lebih baru. Pasang atau perbarui Chrome dari Play Store (di iPhone: perbarui iOS), lalu buka halaman ini lagi. Catatan belajar yang tersimpan tidak hilang.'],
      offline: ['Kakehashi belum bisa dibuka', 'Sambungan terputus sebelum semua bagian sampai. Catatan belajar yang tersimpan tetap aman. Periksa sambungan, lalu muat ulang.'],
      missing: ['Ada bagian yang tidak ditemukan', 'Server tidak memberikan salah satu berkas Kakehashi; mungkin versi baru sedang dipasang. Catatan belajar yang tersimpan tetap aman. Tunggu sebentar, lalu muat ulang.'],
      broken: ['Kakehashi berhenti', 'Aplikasi tidak dapat berjalan di browser ini sekarang. Catatan belajar yang tersimpan tetap aman. Muat ulang; kalau terulang, perbarui browser.'],
      slow: 'Sambungan lambat. Bagian yang sudah sampai tidak diunduh lagi.',
      again: 'Muat ulang'
    },
    en: {
      old: ['This browser is too old', 'Kakehashi needs Chrome 109, Firefox 115, Safari 16.4 or newer. Install or update Chrome from the Play Store (on an iPhone: update iOS), then open this page again. Saved study records are not lost.'],
      offline: ['Kakehashi could not be opened yet', 'The connection broke before everything arrived. Saved study records are safe. Check the connection, then reload.'],
      missing: ['A part was not found', 'The server did not give one of the files of Kakehashi; a new version may be going up. Saved study records are safe. Wait a moment, then reload.'],
      broken: ['Kakehashi has stopped', 'The app cannot run in this browser just now. Saved study records are safe. Reload; if it happens again, update the browser.'],
      slow: 'The connection is slow. What has arrived is not downloaded again.',
      again: 'Reload'
    },
    ja: {
      old: ['ブラウザーが古いため使えません', 'Chrome 109、Firefox 115、Safari 16.4 以降が必要です。ブラウザーを更新してから、もう一度開いてください。保存された学習記録はなくなりません。'],
      offline: ['まだ開けません', '読み込みの途中で接続が切れました。保存された学習記録は無事です。接続を確かめて、再読み込みしてください。'],
      missing: ['見つからないファイルがあります', '新しい版に入れ替えている途中かもしれません。保存された学習記録は無事です。少し待って、再読み込みしてください。'],
      broken: ['Kakehashi が止まりました', '今このブラウザーでは動かせません。保存された学習記録は無事です。再読み込みし、それでも直らなければブラウザーを更新してください。'],
      slow: '接続が遅いようです。届いた分は、もう一度ダウンロードされません。',
      again: '再読み込み'
    }
  };

  function whenParsed(then) {
    if (document.readyState === 'loading') { document.addEventListener('DOMContentLoaded', then); } else { then(); }
  }

  function element(name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  // A note in plain DOM above everything; never in place of rescue.js, which comes after it.
  function note(what) {
    whenParsed(function () {
      var say = SAY[lang];
      var box = document.createElement('div');
      var button = element('button', say.again);
      button.type = 'button';
      button.addEventListener('click', function () { location.reload(); });
      box.className = 'boot-note';
      box.setAttribute('role', 'alert');
      box.appendChild(element('h1', say[what][0]));
      box.appendChild(element('p', say[what][1]));
      box.appendChild(button);
      var shell = document.getElementById('shell');
      while (shell.firstChild) { shell.removeChild(shell.firstChild); }
      shell.appendChild(box);
      shell.hidden = false;
      ['app', 'study'].forEach(function (name) {
        var part = document.getElementById(name);
        if (part) { part.hidden = true; }
      });
    });
  }

  // ---- script addresses: only those that this build made

  var own = [build.app.js, build.study.js, build.worker, build.press, build.rescue, build.serviceWorker];
  function address(file) {
    if (own.indexOf(String(file)) < 0) { throw new TypeError('not a script of this build: ' + file); }
    return new URL(file, document.baseURI).href;
  }
  var policy = window.trustedTypes
    ? window.trustedTypes.createPolicy('kakehashi', { createScriptURL: address })
    : { createScriptURL: address };

  function script(file) {
    return new Promise(function (loaded, failed) {
      var tag = document.createElement('script');
      tag.src = policy.createScriptURL(file);
      tag.onload = loaded;
      tag.onerror = function () { failed(fault(navigator.onLine === false ? 'offline' : 'missing', file)); };
      document.head.appendChild(tag);
    });
  }

  function fault(what, detail) {
    var error = new Error(detail);
    error.what = what;
    return error;
  }

  function get(file) {
    return fetch(new URL(file, document.baseURI).href).then(function (answer) {
      if (!answer.ok) { throw fault('missing', file + ': ' + answer.status); }
      return answer;
    }, function () { throw fault('offline', file); });
  }

  // ---- after a failure no wasm runs: rescue.js reads the stores and offers a backup

  var fallen = false;
  var mounted = {};
  function failed(reason, detail) {
    if (fallen) { return; }
    fallen = true;
    html.setAttribute('data-failed', reason);
    if (window.console) { console.error('kakehashi: ' + reason, detail || ''); }
    note(SAY.id[reason] && reason !== 'slow' && reason !== 'again' ? reason : 'broken');
    if (build.rescue) {
      script(build.rescue).then(function () {
        if (window.kakehashiRescue) { window.kakehashiRescue(reason, detail || ''); }
      }, function () { /* The note already says what to do. */ });
    }
  }

  // ---- the browser floor: DecompressionStream came with Firefox 113 and Safari 16.4

  function oldBrowser() {
    return !(window.Promise && window.fetch && window.URL && window.WebAssembly &&
      WebAssembly.instantiateStreaming && window.indexedDB !== undefined && window.DecompressionStream &&
      window.structuredClone && Array.prototype.findLast && Array.prototype.at);
  }

  if (oldBrowser()) {
    html.setAttribute('data-failed', 'old');
    note('old');
    return;
  }

  function loadTexts(tag) {
    var file = build.texts[tag];
    return file ? get(file).then(function (answer) { return answer.text(); }) : Promise.resolve('{}');
  }

  var worker = null;
  var kakehashi = {
    build: build,
    lang: lang,
    theme: theme,
    inApp: inApp,
    texts: loadTexts(lang),
    setLang: function (tag) {
      kakehashi.lang = tag;
      kakehashi.texts = loadTexts(tag);
      window.dispatchEvent(new Event('kakehashi-lang'));
    },
    worker: function () {
      worker = worker || new Worker(policy.createScriptURL(build.worker));
      return worker;
    },
    press: function () { return new Worker(policy.createScriptURL(build.press)); },
    scriptUrl: function (file) { return policy.createScriptURL(file); },
    mounted: function (name) {
      if (mounted[name]) { return; }
      var first = !mounted.app && !mounted.study;
      mounted[name] = true;
      show();
      html.setAttribute('data-mounted', 'yes');
      if (first) { offline(); }
    },
    failed: failed,
    update: null
  };
  window.kakehashi = kakehashi;

  // ---- the programs

  var asked = {};
  function load(name) {
    if (asked[name]) { return; }
    asked[name] = true;
    var wasm = get(build[name].wasm);
    Promise.all([script(build[name].js), wasm, kakehashi.texts]).then(function () {
      return window[build[name].global]({ module_or_path: wasm }).catch(function (error) {
        throw fault('broken', String(error && error.stack || error));
      });
    }).catch(function (error) { failed(error.what || 'broken', error.message); });
    setTimeout(function () {
      var wait = document.querySelector('.shell-wait');
      if (!mounted[name] && !fallen && wait) { wait.textContent = SAY[lang].slow; }
    }, 8000);
  }

  // Until a program has painted, the shell stands in for it.
  function show() {
    var name = wanted();
    load(name);
    html.setAttribute('data-shell', frame());
    whenParsed(function () {
      if (fallen) { return; }
      document.getElementById('shell').hidden = !!mounted[name];
      document.getElementById('app').hidden = !mounted.app || name !== 'app';
      document.getElementById('study').hidden = !mounted.study || name !== 'study';
    });
  }
  window.addEventListener('hashchange', show);
  show();

  // ---- working without a network, where the browser allows it

  function offline() {
    var workers = navigator.serviceWorker;
    if (!window.isSecureContext || !workers || html.hasAttribute('data-no-offline')) { return; }
    var changing = false;
    workers.addEventListener('controllerchange', function () {
      if (changing) { location.reload(); }
    });
    function offer(waiting) {
      kakehashi.update = function () {
        changing = true;
        waiting.postMessage('skip-waiting');
      };
      window.dispatchEvent(new Event('kakehashi-update'));
    }
    workers.register(policy.createScriptURL(build.serviceWorker), { updateViaCache: 'none' }).then(function (registration) {
      if (registration.waiting && workers.controller) { offer(registration.waiting); }
      registration.addEventListener('updatefound', function () {
        var fresh = registration.installing;
        fresh.addEventListener('statechange', function () {
          if (fresh.state === 'installed' && workers.controller) { offer(fresh); }
        });
      });
    }, function () { /* Refused: the app works as before, with a network. */ });
  }
}());
