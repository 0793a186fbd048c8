"use client";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { classes } from "./classes";
import { describedBy, Field, type FieldProps, useFieldIds } from "./field";
import { VisuallyHidden } from "./visually-hidden";

export type ComboboxOption = { value: string; text: string; detail?: string };

export type ComboboxFieldProps = FieldProps & {
  value: string | null | undefined;
  /** What is chosen, or what was typed without choosing: the form's check decides whether it will do. */
  onValue: (value: string | null) => void;
  /** How the value that the form starts with reads. */
  shown?: string;
  search: (words: string) => Promise<ComboboxOption[]>;
  /** Announced while a list is open: how many were found. */
  found: (count: number) => string;
};

const PAUSE_MS = 150;

/** One answer out of thousands, found by typing; the arrows walk through what is found, Enter chooses. */
export function ComboboxField(props: ComboboxFieldProps) {
  const { label, help, error, mark, id, className, value, onValue, shown, search, found } = props;
  const ids = useFieldIds(id);
  const [typed, setTyped] = useState<string | null>(null);
  const [names, setNames] = useState<Record<string, string>>(value && shown ? { [value]: shown } : {});
  const [options, setOptions] = useState<ComboboxOption[] | null>(null);
  const [active, setActive] = useState(0);
  const [opened, setOpened] = useState(0);
  const latest = useRef({ search, asked: 0 });
  latest.current.search = search;

  // biome-ignore lint/correctness/useExhaustiveDependencies: to open the list again is to search again.
  useEffect(() => {
    if (!typed?.trim()) return setOptions(null);
    const asked = ++latest.current.asked;
    const pause = setTimeout(async () => {
      const list = await latest.current.search(typed).catch(() => []);
      if (asked !== latest.current.asked) return;
      setOptions(list);
      setActive(0);
    }, PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed, opened]);

  // A value that came from elsewhere, such as a draft or a suggestion, is given its name.
  const nameless = value && typed === null && names[value] === undefined ? value : null;
  useEffect(() => {
    if (!nameless) return;
    latest.current.search(nameless).then(
      (list) => {
        const text = list.find((option) => option.value.startsWith(nameless))?.text;
        setNames((known) => ({ ...known, [nameless]: text ?? nameless }));
      },
      () => {},
    );
  }, [nameless]);

  const close = () => {
    latest.current.asked += 1;
    setOptions(null);
  };
  const choose = ({ value, text }: ComboboxOption) => {
    setNames((known) => ({ ...known, [value]: text }));
    setTyped(null);
    close();
    onValue(value);
  };
  const leave = () => {
    close();
    if (typed === null) return;
    const written = typed.trim();
    if (written === "") setTyped(null);
    onValue(written || null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    if (!options && key === "ArrowDown") return setOpened(opened + 1);
    if (!options || options.length === 0) return;
    if (key === "ArrowDown") setActive((active + 1) % options.length);
    else if (key === "ArrowUp") setActive((active - 1 + options.length) % options.length);
    else if (key === "Enter") choose(options[active]!);
    else if (key === "Escape") close();
    else return;
    event.preventDefault();
  };

  const open = options !== null && options.length > 0;
  return (
    <Field {...{ ids, label, help, error, mark, className }}>
      <div className="relative">
        <input
          type="text"
          id={ids.id}
          {...describedBy(ids, { help, error })}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={`${ids.id}-list`}
          aria-activedescendant={open ? `${ids.id}-option-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          className="control"
          value={typed ?? (value ? (names[value] ?? value) : "")}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={leave}
        />
        {open && <OptionList id={ids.id} options={options} active={active} choose={choose} />}
      </div>
      <VisuallyHidden>
        <span role="status">{options ? found(options.length) : ""}</span>
      </VisuallyHidden>
      {options?.length === 0 && (
        <p aria-hidden="true" className="text-sm text-muted">
          {found(0)}
        </p>
      )}
    </Field>
  );
}

function OptionList({
  id,
  options,
  active,
  choose,
}: {
  id: string;
  options: ComboboxOption[];
  active: number;
  choose: (option: ComboboxOption) => void;
}) {
  const current = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row that is in sight follows the active one.
  useEffect(() => {
    // Newer browsers give back a promise here, which React would take for a way to clean up.
    current.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div id={`${id}-list`} role="listbox" aria-labelledby={id} className="option-list">
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field; aria-activedescendant names the row.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above listens to the keys.
        <div
          key={option.value}
          ref={index === active ? current : null}
          id={`${id}-option-${index}`}
          role="option"
          aria-selected={index === active}
          className={classes("cursor-pointer px-3 py-2", index === active && "bg-action-subtle")}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(option)}
        >
          <span className="block">{option.text}</span>
          {option.detail && <span className="block text-sm text-muted">{option.detail}</span>}
        </div>
      ))}
    </div>
  );
}
