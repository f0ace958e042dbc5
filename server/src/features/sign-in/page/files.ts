// The page behind a link, for a browser that has nothing else of ours: it asks before it spends the code.

export const HTML = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Crewready</title>
<link rel="stylesheet" href="/sign-in/page.css">
<main>
<h1>Crewready</h1>
<form>
<p id="words"></p>
<div id="fields"></div>
<button type="submit">Sign in</button>
<p id="told" role="status"></p>
</form>
<noscript><p>This page needs JavaScript.</p></noscript>
</main>
<script src="/sign-in/page.js"></script>
</html>
`;

export const CSS = `:root { font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; display: grid; place-items: center; min-height: 100vh; }
main { width: min(24rem, calc(100vw - 2rem)); }
label { display: block; margin: 0 0 .75rem; }
input { display: block; box-sizing: border-box; width: 100%; padding: .5rem; font: inherit; }
button { width: 100%; padding: .6rem; font: inherit; font-weight: 600; }
`;

/** What each page asks for, and where it sends it. */
const PAGES = {
  link: { words: 'Sign in with this link. It works once.', to: '/session/code', fields: [] },
  invitation: {
    words: 'Choose a password of at least 10 characters.',
    to: '/session/code',
    fields: [['password', 'Password', 'password', 'new-password']],
  },
  device: {
    words: 'Choose a PIN of six digits for this device.',
    to: '/session/code',
    fields: [['pin', 'PIN', 'password', 'off']],
  },
  setup: {
    words: 'Name the organization and its first administrator.',
    to: '/setup',
    fields: [
      ['organization', 'Organization', 'text', 'organization'],
      ['timeZone', 'Time zone', 'text', 'off'],
      ['name', 'Your name', 'text', 'name'],
      ['email', 'Your email', 'email', 'username'],
      ['password', 'Password, at least 10 characters', 'password', 'new-password'],
    ],
  },
};

export const PAGE_NAMES = Object.keys(PAGES);

export const SCRIPT = `'use strict';
const pages = ${JSON.stringify(PAGES)};
const page = pages[location.pathname.split('/').filter(Boolean).pop()] || pages.link;
const code = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
const form = document.querySelector('form');
const told = document.querySelector('#told');
document.querySelector('#words').textContent = page.words;
for (const [name, text, type, autocomplete] of page.fields) {
  const label = document.createElement('label');
  const input = Object.assign(document.createElement('input'), { name, type, autocomplete, required: true });
  if (name === 'timeZone') input.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (name === 'password') input.minLength = 10;
  if (name === 'pin') Object.assign(input, { inputMode: 'numeric', pattern: '[0-9]{6}', maxLength: 6 });
  label.append(text, input);
  document.querySelector('#fields').append(label);
}
if (!code) told.textContent = 'The link is not whole: its last part is missing.';
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  told.textContent = '';
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    const reply = await fetch(page.to, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, ...Object.fromEntries(new FormData(form)) }),
    });
    const body = await reply.json();
    if (!reply.ok) throw new Error(body.message);
    told.textContent = 'Signed in as ' + body.data.person.name + '.';
    location.assign('/');
  } catch (error) {
    told.textContent = error.message;
    button.disabled = false;
  }
});
`;
