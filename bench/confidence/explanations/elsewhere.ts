/** Of what it speaks. */
interface Spoken {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly call: string;
}

/** True explanations in languages that nobody has asked for. */
export const explanationsElsewhere: readonly ((spoken: Spoken) => string)[] = [
  ({ name, from, to, call }) =>
    `Die Funktion \`${name}\` steht in den Zeilen ${from} bis ${to}. Sie prüft zuerst ihre Eingabe, ruft dann \`${call}\` auf und gibt das Ergebnis zurück. Nebenwirkungen hat sie nur, wenn die Eingabe gültig ist.`,
  ({ name, from, to, call }) =>
    `La fonction \`${name}\` se trouve aux lignes ${from} à ${to}. Elle vérifie d'abord son entrée, appelle ensuite \`${call}\` et renvoie le résultat. Elle ne modifie rien d'autre.`,
  ({ name, from, to, call }) =>
    `La función \`${name}\` está en las líneas ${from} a ${to}. Primero comprueba la entrada, después llama a \`${call}\` y devuelve el resultado. No cambia nada más.`,
  ({ name, from, to, call }) =>
    `函数 \`${name}\` 位于第 ${from} 行到第 ${to} 行。它首先检查输入,然后调用 \`${call}\`,最后返回结果。除此之外没有副作用。`,
  ({ name, from, to, call }) =>
    `関数 \`${name}\` は ${from} 行目から ${to} 行目にあります。まず入力を確認し、次に \`${call}\` を呼び出して、結果を返します。`,
  ({ name, from, to, call }) =>
    `Функция \`${name}\` находится в строках ${from}–${to}. Сначала она проверяет входные данные, затем вызывает \`${call}\` и возвращает результат.`,
];
