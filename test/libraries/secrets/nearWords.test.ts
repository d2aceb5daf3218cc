import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { secretNamesIn } from '../../../src/libraries/secrets/named/secretNames.ts';
import { nearFinder } from '../../../src/libraries/secrets/nearWords.ts';
import { ordinaryLines } from './written/ordinaryLines.ts';

const look = nearFinder([{ text: ['curl'], runs: ['sk-'] }]);
const names =
  'password passwd PassPhrase passcode passw pwd passwort Kennwort contraseña contrasena senha palavra-passe mot_de_passe ' +
  'motdepasse mdp wachtwoord hasło haslo lösenord losenord salasana heslo jelszó jelszo şifre sifre adgangskode passord пароль ' +
  'ПАРОЛЬ 密码 パスワード 비밀번호 암호 סיסמה รหัสผ่าน pass pw SECRET token credential authorization api.key geheimnis Schlüssel ' +
  'schluessel clave clé_api cle_api chave_api chiave_secret секрет токен ключ トークン 토큰 key salt';

suite('one look at a text', () => {
  test('leaves out no name of a secret, in whatever letters', () => {
    const writings = (name: string) => [
      `${name} = x`,
      `const my_${name}`,
      `"${name}"`,
      `say ${name}`,
      `${name}：x`,
      `${name}\u00A0= x`,
    ];
    const texts = names.split(' ').flatMap(writings);
    for (const text of [...texts, ...Object.values(ordinaryLines).flat()]) {
      const known = [...secretNamesIn(text, look(text, '').nameStarts)];
      assert.deepEqual(known, [...secretNamesIn(text)], text);
    }
  });

  test('says which words stand in the text and which in its runs', () => {
    const near = look('a CURL', 'sk-1');
    assert.deepEqual([near.text(['curl']), near.runs(['sk-']), near.text(['wget'])], [true, true, false]);
  });
});
