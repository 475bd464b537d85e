// Runs before the first paint: the reader's language, elder mode and text size.
(function () {
  var root = document.documentElement
  function cookie(name) {
    var found = document.cookie.match('(?:^|; )' + name + '=([^;]*)')
    return found ? found[1] : ''
  }
  root.lang = cookie('lang') === 'en' ? 'en' : 'zh-CN'
  if (cookie('elder') === '1') root.classList.add('elder')
  if (cookie('text') === '30') root.setAttribute('data-text', '30')
})()
