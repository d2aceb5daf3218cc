import assert from 'node:assert/strict';
import { test } from 'node:test';
import { naturalLanguage } from '../../../../src/core/confidence/reading/naturalLanguage.ts';

test('the languages that VS Code speaks most are told apart', () => {
  const texts = {
    en: 'It checks the input first, and then it calls the function that is given to it.',
    de: 'Die Funktion prüft zuerst die Eingabe und gibt dann das Ergebnis zurück, wenn sie nicht leer ist.',
    fr: "La fonction vérifie d'abord son entrée et renvoie le résultat, qui est une liste pour les autres.",
    es: 'La función comprueba la entrada y después devuelve el resultado, que no es una lista para los otros.',
    it: 'La funzione controlla il valore e poi restituisce il risultato, che non è una lista per gli altri.',
    pt: 'A função verifica o valor e depois devolve o resultado, que não é uma lista para os outros.',
    ru: 'Функция проверяет входные данные и возвращает результат.',
    zh: '函数首先检查输入,然后返回结果。',
    ja: 'この関数は入力を確認して、結果を返します。',
    ko: '이 함수는 입력을 확인하고 결과를 반환합니다.',
  };
  for (const [language, text] of Object.entries(texts)) assert.equal(naturalLanguage(text), language);
});

test('of few words, and of code, nothing is said', () => {
  for (const text of ['', 'Done.', 'the end', '`the of and to is it`', 'const sum = a + b;'])
    assert.equal(naturalLanguage(text), undefined);
});
