import type { RecordKey } from "@/lib/domain";
import { AFTER_SOUND, AFTER_SURNAME, BEFORE_NAME, fitOf, type Address } from "./addresses";
import { fold } from "./fold";

/** Somebody of whom the text may speak. */
export interface Person {
  key: RecordKey<"contact">;
  name: string;
  /** Job title: tells which Wang "Manager Wang" is, and that she is none who is a clerk. */
  title?: string;
  /** The syllables of a Chinese name in pinyin with tone numbers, surname first: ["li3", "wei3"]. */
  spoken?: readonly string[];
}

/** A way to name somebody. */
export interface Form {
  /** Who it may be; nobody where it names somebody who is not known here. */
  people: RecordKey<"contact">[];
  /** A whole name; a part of one gives way to a word that means something. */
  whole: boolean;
  /** Initials are names only in capitals: "LW". */
  capitals: boolean;
}

/** Surnames of two characters. */
const DOUBLE =
  /^(?:欧阳|司马|诸葛|上官|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|司徒|端木|独孤|南宫|轩辕|宇文|长孙|鲜于|闻人|申屠|太史|公羊|澹台|淳于|单于|钟离|闾丘|赫连)/u;
/** The hundred commonest of one character in China. */
const COMMON =
  "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
const HAN = /^\p{Script=Han}{2,5}$/u;
const BEFORE = ["老", "小", "阿"];

/** Whether words name somebody; `perhaps`: by how they are written it may be so. */
export type Naming = "name" | "perhaps" | "no";

/**
 * Whether words that are not known name somebody, by how they are written: "Bob Smith" does. A first letter that is
 * also a surname (张三, 万科) does not tell, nor do capitals that every word has where it stands ("Rollout is late",
 * "SAP").
 *
 * @param begins the words begin their sentence
 */
export function namingOf(words: string, begins: boolean): Naming {
  if (HAN.test(words)) {
    const surname = words.length === 2 && BEFORE.includes(words[0]!) ? words[1]! : words[0]!;
    const isLike = DOUBLE.test(words) || (words.length < 4 && COMMON.includes(surname));
    return isLike ? "perhaps" : "no";
  }
  const all = words.split(/\s+/u);
  if (!all.every((word) => /^\p{Lu}/u.test(word))) return "no";
  const isWritten = all.every((word) => /^\p{Lu}(?:\.?$|.*\p{Ll})/u.test(word));
  return isWritten && (all.length > 1 || !begins) ? "name" : "perhaps";
}

/** Whether words are a surname with a title, as people are called: 孙总, and not 财务总监. */
export function isAddress(words: string): boolean {
  const cut = DOUBLE.test(words) ? 2 : 1;
  const isSurname = cut === 2 || COMMON.includes(words[0] ?? " ");
  return isSurname && AFTER_SURNAME.some(({ word }) => word === words.slice(cut));
}

/** Every way in which the text may name one of these people, folded. */
export function formsOf(people: readonly Person[]): Map<string, Form> {
  const forms = new Map<string, Form>();
  const titled = new Map<string, Person[]>();
  const others = new Set<string>();
  for (const person of people) {
    const add: Add = (form, { whole = false, capitals = false } = {}) => {
      if (form.length < 2) return;
      const had = forms.get(form);
      if (!had) forms.set(form, { people: [person.key], whole, capitals });
      else {
        if (!had.people.includes(person.key)) had.people.push(person.key);
        had.whole ||= whole;
        had.capitals &&= capitals;
      }
    };
    const address: AddAddress = (form, by) => {
      const fit = fitOf(by, person.title);
      if (fit === "no") others.add(form);
      else add(form);
      if (fit === "says") titled.set(form, [...(titled.get(form) ?? []), person]);
    };
    const name = fold(person.name).text.replace(/\s+/gu, " ").trim();
    if (name !== "") add(name, { whole: true });
    if (HAN.test(name)) addHan(name, person, add, address);
    else addWords(name.split(/[\s,]+/u).filter(Boolean), add, address);
  }
  // "Manager Wang" is the Wang whose job title says so, where that tells.
  for (const [form, bearers] of titled) {
    const one = forms.get(form);
    if (one && one.people.length > 1 && bearers.length > 0) {
      one.people = bearers.map(({ key }) => key);
    }
  }
  // 王总 is not the Wang who is a foreman: it is somebody else, and is asked about.
  for (const form of others)
    if (!forms.has(form)) forms.set(form, { people: [], whole: false, capitals: false });
  return forms;
}

type Add = (form: string, kind?: { whole?: boolean; capitals?: boolean }) => void;

type AddAddress = (form: string, address: Address) => void;

function addHan(name: string, person: Person, add: Add, address: AddAddress): void {
  const cut = DOUBLE.test(name) && name.length > 2 ? 2 : 1;
  const surname = name.slice(0, cut);
  add(name.slice(cut));
  for (const one of AFTER_SURNAME) address(surname + one.word, one);
  for (const before of BEFORE) add(before + surname);
  // As it sounds, where that is known.
  const tones = person.spoken;
  if (tones?.length !== name.length) return;
  const sounds = tones.map((one) => fold(one).text.replace(/[0-9]/gu, ""));
  for (const said of [sounds, tones.map((one) => fold(one).text)]) {
    const [family, given] = [said.slice(0, cut), said.slice(cut)];
    for (const glue of ["", " "]) {
      add([...family, ...given].join(glue), { whole: true });
      add(`${family.join("")} ${given.join(glue)}`, { whole: true });
      add(`${given.join(glue)} ${family.join("")}`, { whole: true });
      add(given.join(glue));
    }
    addAddresses(family.join(""), address);
    for (const one of AFTER_SOUND) address(`${family.join("")} ${one.word}`, one);
  }
  add(sounds.slice(0, cut).join(""));
  add(sounds.map((sound) => sound[0]).join(""), { capitals: true });
}

function addWords(words: readonly string[], add: Add, address: AddAddress): void {
  if (words.length === 0 || words.length > 6) return;
  add(words.join(" "), { whole: true });
  if (words.length === 2) {
    add(`${words[1]} ${words[0]}`, { whole: true });
    add(words.join(""), { whole: true });
  }
  if (words.length > 2) add(`${words[0]} ${words.at(-1)}`, { whole: true });
  if (words.length > 1) add(words.map((word) => [...word][0]).join(""), { capitals: true });
  for (const word of words) {
    add(word);
    addAddresses(word, address);
  }
}

function addAddresses(name: string, address: AddAddress): void {
  for (const one of BEFORE_NAME) address(`${one.word} ${name}`, one);
}
