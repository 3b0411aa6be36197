// The service worker, completed by the build with its list of files.
//
// One cache a build, filled before the worker counts as installed; unchanged files are taken over
// from the build before. A running page is never changed under the learner: a new version waits
// until the page sends 'skip-waiting'.
'use strict';
var BUILD = __BUILD__;
var CACHE = 'kkh-' + BUILD.id;
var KEPT = 'kkh-kept';

// A name with a hash in it never changes its content.
function immutable(name) {
  return /-[0-9a-f]{8}(\.|\/)/.test(name);
}

function fill(cache, names) {
  var left = names.slice();
  function next() {
    var name = left.shift();
    if (name === undefined) { return Promise.resolve(); }
    var url = new URL(name, self.registration.scope).href;
    var earlier = immutable(name) ? caches.match(url) : Promise.resolve(undefined);
    return earlier.then(function (found) {
      if (found) { return found; }
      return fetch(url, { cache: immutable(name) ? 'default' : 'reload' });
    }).then(function (answer) {
      if (!answer.ok) { throw new Error(name + ': ' + answer.status); }
      return cache.put(url, answer);
    }).then(next);
  }
  return Promise.all([next(), next(), next(), next()]);
}

self.addEventListener('install', function (event) {
  event.waitUntil(caches.open(CACHE).then(function (cache) {
    return fill(cache, ['./'].concat(BUILD.files));
  }));
});

self.addEventListener('activate', function (event) {
  event.waitUntil(caches.keys().then(function (names) {
    return Promise.all(names.filter(function (name) {
      return name.indexOf('kkh-') === 0 && name !== CACHE && name !== KEPT;
    }).map(function (name) { return caches.delete(name); }));
  }).then(function () { return self.clients.claim(); }));
});

self.addEventListener('message', function (event) {
  if (event.data === 'skip-waiting') { self.skipWaiting(); }
});

// What the list leaves out, such as the font of certificates, is kept once it was used.
function fromNetwork(request) {
  return fetch(request).then(function (answer) {
    if (answer.ok && answer.status === 200 && immutable(new URL(request.url).pathname)) {
      var copy = answer.clone();
      caches.open(KEPT).then(function (cache) { return cache.put(request, copy); }).catch(function () {});
    }
    return answer;
  });
}

self.addEventListener('fetch', function (event) {
  var request = event.request;
  var scope = self.registration.scope;
  if (request.method !== 'GET' || request.url.indexOf(scope) !== 0) { return; }
  var wanted = request.mode === 'navigate' ? scope : request;
  event.respondWith(caches.open(CACHE).then(function (cache) {
    return cache.match(wanted);
  }).then(function (found) {
    return found || caches.match(wanted, { cacheName: KEPT });
  }).then(function (found) {
    return found || fromNetwork(request);
  }));
});
