/** What people write with characters that are not to be seen, as scripts need them: nothing in these is hidden. */
export const legitimateTexts: Readonly<Record<string, string>> = {
  // kepano/defuddle #103, codemirror/codemirror5 #2218: words that a filter of U+200C broke
  'Persian compound words': 'می\u200Cروم افزونه\u200Cی اصلی، پایگاه\u200Cداده، برنامه\u200Cهای سازمان\u200Cدهی',
  'a Persian ending at a Latin word': 'فایل PDF\u200Cها و URL\u200Cهای (API)\u200Cها',
  // Supercip971/Cpp-Translate #15: clang warns of each
  'Persian names in code': '#define می\u200Cشود =\nint رشته\u200Cکارکترهای\u200Cسی = 1;',
  'Persian abbreviation': 'سال ۱۳۵۷ ه\u200D.ق',
  'Urdu and Kurdish': 'علم\u200Cالحیات نه\u200Cبوو',
  // goodmami/rumi-jawi #3
  Jawi: 'ساءين\u200Cس',
  'Hindi with half forms': 'क्\u200Dष क्\u200Cष श्री\u200Cमान र्\u200Dय',
  'Marathi eyelash ra': 'दर्\u200Dया',
  'Bengali ya-phalaa': 'র\u200D্যাব',
  'Malayalam chillu': 'അവന്\u200D',
  'Sinhala rakaransaya': 'ශ්\u200Dරී ලංකා',
  'Kannada and Telugu': 'ಫ್ರಾಂಕ್\u200Cಫರ್ಟ್ సాఫ్ట్\u200Cవేర్',
  'Khmer and Myanmar words': 'ខ្មែរ\u200Cភាសា မြန်မာ\u200Cစာ',
  'Arabic with a mark of direction': 'السعر 5\u200F- ريال \u061C(C++)',
  'Hebrew prose with RLM': 'הקובץ main.c\u200F, והשפה היא C++\u200F.',
  'Hebrew in a comment': 'const a = 1; // ערך (ברירת מחדל: C#\u200F)',
  'Mongolian with variants and a vowel separator': 'ᠮᠣᠩᠭᠣᠯ\u180B ᠬᠠᠭᠠᠨ\u180Eᠠ ᠣᠳᠣ\u180Dᠨ',
  // AlexanderMattTurner/agent-sanitizer #71, NousResearch/hermes-agent #35808 and #59710
  'families of emoji': '👨\u200D👩\u200D👧\u200D👦 👩🏽\u200D🤝\u200D👨🏻 🧑\u200D💻',
  'emoji with a gender or a fire': '🤸\u200D♀\uFE0F 🧔\u200D♂\uFE0F ❤\uFE0F\u200D🔥 ⛓\uFE0F\u200D💥',
  'flags of many parts': '🏳\uFE0F\u200D🌈 🏳\uFE0F\u200D⚧\uFE0F 🏴\u200D☠\uFE0F 👁\uFE0F\u200D🗨\uFE0F',
  'flags of countries and regions':
    '🇩🇪 🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} 🏴\u{E0075}\u{E0073}\u{E0063}\u{E0061}\u{E007F}',
  keycaps: '1\uFE0F\u20E3 #\uFE0F\u20E3 *\uFE0F\u20E3',
  'colour and plain forms': '❤\uFE0F ☎\uFE0E ©\uFE0F ™\uFE0E ↩\uFE0E',
  'a Japanese name with its own ideograph': '葛\u{E0100}城市 辻\u{E0101}さん',
  'old Hangul': '\u115F\u1161 ᄀ\u1160',
  Braille: '⠓⠑⠇⠇⠕\u2800⠺⠕⠗⠇⠙',
  'a page break': 'first\n\fsecond',
  'Arabic signs before a number': '\u0600١٢ \u06DD٣',
  'lines of Windows': 'one\r\n\ttwo\r\n',
};
