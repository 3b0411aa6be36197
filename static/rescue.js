// The page for the hour when no wasm runs: says what happened and gives the saved answers out.
//
// boot.js loads it after a failure and calls `kakehashiRescue(reason, detail)`. It reads both stores
// by the keys of docs/records.md, writes to neither, and works when one of them, or both, refuse:
//   localStorage  kkh1.r.<profile>.<writer>.<counter> = the record's line
//   IndexedDB     kakehashi, object store `records`, key <profile>.<writer>.<counter>, value = the line
// A line goes into the backup as it stands; damaged ones too, the reader puts those in quarantine.
(function () {
  'use strict';

  var SAY = {
    id: {
      broken: ['Kakehashi berhenti', 'Ada yang keliru di dalam aplikasi, bukan pada jawaban Anda. Catatan belajar yang tersimpan tetap aman di browser ini. Muat ulang untuk melanjutkan. Kalau terulang, simpan cadangan di bawah dan beri tahu instruktur.'],
      offline: ['Kakehashi belum bisa dibuka', 'Sambungan terputus sebelum semua bagian sampai. Catatan belajar yang tersimpan tetap aman di browser ini. Periksa sambungan, lalu muat ulang.'],
      missing: ['Ada bagian yang tidak ditemukan', 'Server tidak memberikan salah satu berkas Kakehashi; mungkin versi baru sedang dipasang. Catatan belajar yang tersimpan tetap aman di browser ini. Tunggu sebentar, lalu muat ulang.'],
      reload: 'Muat ulang',
      backup: 'Cadangan catatan belajar',
      about: 'Satu berkas untuk setiap pelajar. Berkas itu bisa dipulihkan nanti, juga di perangkat lain.',
      reading: 'Sedang membaca catatan yang tersimpan…',
      none: 'Belum ada catatan belajar di browser ini.',
      half: 'Salah satu dari dua tempat penyimpanan tidak bisa dibaca sekarang. Cadangan berisi semua yang ada di tempat lainnya.',
      refused: 'Browser tidak mengizinkan catatan dibaca dari halaman ini. Tidak ada yang diubah atau dihapus. Muat ulang, lalu coba lagi.',
      nameless: 'Pelajar tanpa nama',
      count: '{n} catatan',
      save: 'Simpan ke berkas',
      saved: 'Browser mengunduh {file}. Periksa folder unduhan, lalu simpan berkas itu di tempat yang aman.',
      detail: 'Rincian untuk instruktur atau pembuat aplikasi'
    },
    en: {
      broken: ['Kakehashi has stopped', 'Something went wrong inside the app, not in your answers. Saved study records are safe in this browser. Reload to go on. If it happens again, save the backup below and tell the instructor.'],
      offline: ['Kakehashi could not be opened yet', 'The connection broke before everything arrived. Saved study records are safe in this browser. Check the connection, then reload.'],
      missing: ['A part was not found', 'The server did not give one of the files of Kakehashi; a new version may be going up. Saved study records are safe in this browser. Wait a moment, then reload.'],
      reload: 'Reload',
      backup: 'Backup of study records',
      about: 'One file for each learner. It can be restored later, on another device too.',
      reading: 'Reading the saved records…',
      none: 'There are no study records in this browser yet.',
      half: 'One of the two places of storage cannot be read just now. The backup holds everything of the other.',
      refused: 'The browser does not let this page read the records. Nothing was changed or deleted. Reload, then try again.',
      nameless: 'Learner without a name',
      count: '{n} records',
      save: 'Save to a file',
      saved: 'The browser is downloading {file}. Look in the downloads folder and keep the file in a safe place.',
      detail: 'Details for the instructor or the makers'
    },
    ja: {
      broken: ['Kakehashi が止まりました', 'アプリの中で問題が起きました。答えに問題があったわけではありません。保存された学習記録は、このブラウザーに無事に残っています。再読み込みすると続けられます。くり返すときは、下のバックアップを保存して先生に知らせてください。'],
      offline: ['まだ開けません', '読み込みの途中で接続が切れました。保存された学習記録は、このブラウザーに無事に残っています。接続を確かめて、再読み込みしてください。'],
      missing: ['見つからないファイルがあります', '新しい版に入れ替えている途中かもしれません。保存された学習記録は、このブラウザーに無事に残っています。少し待って、再読み込みしてください。'],
      reload: '再読み込み',
      backup: '学習記録のバックアップ',
      about: '学習者ごとに1つのファイルです。後で、ほかの端末でも復元できます。',
      reading: '保存された記録を読んでいます…',
      none: 'このブラウザーには、まだ学習記録がありません。',
      half: '2つの保存場所のうち、1つを今は読めません。バックアップには、もう1つの保存場所の記録がすべて入ります。',
      refused: 'ブラウザーの設定により、このページから記録を読めません。記録は変更も削除もされていません。再読み込みして、もう一度お試しください。',
      nameless: '名前のない学習者',
      count: '記録 {n} 件',
      save: 'ファイルに保存する',
      saved: '{file} をダウンロードしています。ダウンロードのフォルダーを確かめて、安全な場所に保管してください。',
      detail: '先生や開発者のための詳細'
    }
  };

  // ---- reading the stores. `found(place, line)` for each record; `over(whether it could be read)`.

  function readLocal(found, over) {
    try {
      for (var i = 0; i < localStorage.length; i += 1) {
        var key = localStorage.key(i);
        if (key.indexOf('kkh1.r.') === 0) { found(key.slice(7), localStorage.getItem(key)); }
      }
      over(true);
    } catch (refused) {
      over(false);
    }
  }

  function readDatabase(found, over) {
    var isNew = false;
    var open;
    try {
      // Without a number: the version that is there, also a newer one.
      open = indexedDB.open('kakehashi');
    } catch (refused) {
      over(false);
      return;
    }
    open.onupgradeneeded = function () {
      // There was none. An empty one left behind would look like the app's own to the app.
      isNew = true;
      open.transaction.abort();
    };
    open.onerror = function () { over(isNew); };
    open.onsuccess = function () {
      var base = open.result;
      if (!base.objectStoreNames.contains('records')) {
        base.close();
        over(true);
        return;
      }
      try {
        var read = base.transaction('records', 'readonly');
        var store = read.objectStore('records');
        var keys = store.getAllKeys();
        var lines = store.getAll();
        read.oncomplete = function () {
          for (var i = 0; i < lines.result.length; i += 1) { found(String(keys.result[i]), lines.result[i]); }
          base.close();
          over(true);
        };
        read.onabort = read.onerror = function () { over(false); };
      } catch (refused) {
        over(false);
      }
    };
  }

  // ---- the learners and what is theirs

  function Learner(id) {
    this.id = id;
    this.name = '';
    this.named = [-1, ''];
    this.lines = [];
    this.seen = Object.create(null);
  }

  Learner.prototype.add = function (line) {
    // A record is one line of a file; only a damaged one holds a line break.
    line = line.replace(/[\r\n]+/g, ' ');
    if (!line || this.seen[line]) { return; }
    this.seen[line] = true;
    this.lines.push(line);
    if (line.indexOf('"setting",["name",') < 0) { return; }
    try {
      var cells = JSON.parse(line);
      var order = [Number(cells[4]), String(cells[2])];
      var later = order[0] > this.named[0] || (order[0] === this.named[0] && order[1] >= this.named[1]);
      if (cells[8] === 'setting' && cells[9][0] === 'name' && later) {
        // Throws for half a character, which the header could not carry.
        encodeURIComponent(cells[9][1]);
        this.name = String(cells[9][1]);
        this.named = order;
      }
    } catch (damaged) {
      // The line is in the backup; it only names nobody.
    }
  };

  function Learners() {
    this.all = [];
    this.byId = Object.create(null);
  }

  Learners.prototype.add = function (place, line) {
    var id = (/^([a-z0-9-]{1,40})\./.exec(place) || [])[1];
    if (!id || typeof line !== 'string') { return; }
    if (!this.byId[id]) {
      this.byId[id] = new Learner(id);
      this.all.push(this.byId[id]);
    }
    this.byId[id].add(line);
  };

  function backupOf(learner) {
    var own = window.kakehashi;
    var header = {
      kakehashi: 'backup', format: 1, app: own ? own.build.version : '', profile: learner.id,
      name: learner.name, count: learner.lines.length, sha256: ''
    };
    return JSON.stringify(header) + '\n' + learner.lines.join('\n') + '\n';
  }

  function fileName(learner) {
    var name = learner.name.toLowerCase().replace(/[\s"*/:<>?\\|.\u0000-\u001f]+/g, '-').replace(/^-+|-+$/g, '');
    return 'kakehashi-' + (name || learner.id) + '-' + new Date().toISOString().slice(0, 10) + '.kakehashi.jsonl';
  }

  // ---- the page

  function element(name, text, children) {
    var made = document.createElement(name);
    if (text) { made.textContent = text; }
    for (var i = 0; children && i < children.length; i += 1) { made.appendChild(children[i]); }
    return made;
  }

  function button(text, press) {
    var made = element('button', text);
    made.type = 'button';
    made.addEventListener('click', press);
    return made;
  }

  function download(learner, say, status) {
    var url = URL.createObjectURL(new Blob([backupOf(learner)], { type: 'application/octet-stream' }));
    var link = element('a');
    link.href = url;
    link.download = fileName(learner);
    link.click();
    setTimeout(function () { URL.revokeObjectURL(url); }, 60000);
    status.textContent = say.saved.replace('{file}', link.download);
  }

  function row(learner, say, status) {
    var name = element('b', learner.name || say.nameless);
    var save = button(say.save, function () { download(learner, say, status); });
    save.className = 'quiet';
    save.setAttribute('aria-label', say.save + ': ' + name.textContent);
    var count = element('span', ' · ' + say.count.replace('{n}', learner.lines.length));
    return element('li', '', [element('span', '', [name, count]), save]);
  }

  function details(reason, detail, say) {
    var own = window.kakehashi;
    var lines = [reason, detail, own ? own.build.version : '', location.href, navigator.userAgent];
    var text = element('pre', lines.filter(Boolean).join('\n'));
    return element('details', '', [element('summary', say.detail), text]);
  }

  function clear(box) {
    while (box.firstChild) { box.removeChild(box.firstChild); }
  }

  // Nothing may call into the app any more: its elements go with their listeners, and what it
  // listens to on the window ends here.
  function stopTheApp(page) {
    ['keydown', 'keyup', 'hashchange', 'popstate', 'storage', 'online', 'offline', 'pagehide', 'visibilitychange', 'beforeunload'].forEach(function (event) {
      window.addEventListener(event, function (heard) { heard.stopImmediatePropagation(); }, true);
    });
    ['app', 'study', 'shell'].forEach(function (name) {
      var old = document.getElementById(name);
      if (old) { old.parentNode.removeChild(old); }
    });
    var place = element('div');
    place.id = 'shell';
    place.appendChild(page);
    document.body.appendChild(place);
  }

  function show(reason, detail) {
    var say = SAY[document.documentElement.lang] || SAY.id;
    var words = reason === 'offline' || reason === 'missing' ? say[reason] : say.broken;
    var title = element('h1', words[0]);
    title.tabIndex = -1;
    var what = element('div', '', [title, element('p', words[1])]);
    what.setAttribute('role', 'alert');
    var state = element('p', say.reading);
    var list = element('ul');
    var status = element('p');
    state.setAttribute('role', 'status');
    status.setAttribute('role', 'status');
    var page = element('main', '', [
      what,
      button(say.reload, function () { location.reload(); }),
      element('section', '', [element('h2', say.backup), element('p', say.about), state, list, status]),
      details(reason, detail, say)
    ]);
    page.className = 'boot-note rescue';
    stopTheApp(page);
    document.title = words[0];
    title.focus();

    var learners = new Learners();
    var read = {};
    function render() {
      clear(list);
      learners.all.forEach(function (learner) { list.appendChild(row(learner, say, status)); });
      var whole = read.local && read.database;
      var some = learners.all.length > 0;
      state.textContent = whole ? (some ? '' : say.none) : (some ? say.half : say.refused);
    }
    function over(place) {
      return function (isRead) {
        read[place] = isRead;
        if (read.local !== undefined && read.database !== undefined) { render(); }
      };
    }
    function found(place, line) { learners.add(place, line); }
    readLocal(found, over('local'));
    readDatabase(found, over('database'));
    // A database that hangs must not hold back what the other store has; when it answers after all,
    // the list is drawn anew.
    setTimeout(function () { if (read.database === undefined) { render(); } }, 5000);
  }

  window.kakehashiRescue = function (reason, detail) {
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', function () { show(reason, detail); });
    } else {
      show(reason, detail);
    }
  };
}());
