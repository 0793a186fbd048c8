import { TextField, type TextFieldProps } from "./text-field";

export type DateFieldProps = Omit<TextFieldProps, "type" | "characters" | "before" | "after"> & {
  /** With the time of day, by the clock of Amsterdam: see `toLocalInput` and `fromLocalInput`. */
  time?: boolean;
};

/** A day ("2027-05-01"), with `time` a moment ("2027-05-01T12:00"): the browser's own control. */
export function DateField({ time, ...field }: DateFieldProps) {
  return <TextField {...field} type={time ? "datetime-local" : "date"} characters={time ? 22 : 13} />;
}
