// Countries: their codes, their names in the language of the page, where they are.
const { map } = given;
const codes = new Map(Object.entries(map.codes));
const spots = new Map(Object.entries(map.spots)); // code: [x, y, area]; the area is 0 where there is no outline
const UNIT = 0.1; // of the paths, in that of the map

/** The name that the documents use, the most frequent where there are several. */
const usual = new Map();
for (const [name] of countries) if (codes.has(name) && !usual.has(codes.get(name))) usual.set(codes.get(name), name);

const regions = language === "en" ? null : new Intl.DisplayNames(language, { type: "region" });
/** A country's name in the language of the page. */
function countryName(code) {
  return regions?.of(code) ?? usual.get(code) ?? code;
}

/** The code of the country that a thing lies in, or is; undefined where the map has none. */
const codeOf = things.map((_, number) => {
  const code = codes.get(countryOf(number));
  return spots.has(code) ? code : undefined;
});

const BODIES = new Set(["education", "company", "government", "association", "unit"]);
const isBody = (number) => BODIES.has(things[number].type);

/** What the map can't show: organisations without a known country, and countries that it has no place for. */
const homeless = [...things.keys()].filter((number) => isBody(number) && !countryOf(number));
const unmapped = countries.map(([name]) => name).filter((name) => !spots.has(codes.get(name)));
const assumed = [...things.keys()].filter((number) => isBody(number) && things[number].assumed);
