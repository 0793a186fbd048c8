"use client";
import { useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { SelectField } from "@/components/ui/select-field";
import { MAIL_FREQUENCIES } from "@/db/enums";
import { type MailSettings, mailSettingsInput } from "@/server/notifications/input";

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  text: `${String(hour).padStart(2, "0")}:00`,
}));

/** How often to be written to; the hour only matters for a mail a day or a week. */
export function MailForm({ settings }: { settings: MailSettings }) {
  const t = useTranslations("mail");
  return (
    <AppForm<MailSettings, MailSettings>
      name="mail-settings"
      schema={mailSettingsInput}
      initial={settings}
      labels={{ frequency: t("settings.frequency"), hour: t("settings.hour") }}
      submitLabel={t("settings.save")}
      submit={(input) => trpc.notifications.changeMailSettings.mutate(input)}
    >
      {({ bind, watch }) => (
        <>
          <SelectField
            {...bind.text("frequency")}
            options={MAIL_FREQUENCIES.map((one) => ({ value: one, text: t(`settings.frequencies.${one}`) }))}
          />
          {["daily", "weekly"].includes(watch("frequency")) && (
            <SelectField {...bind.number("hour")} help={t("settings.hourHelp")} options={HOURS} />
          )}
        </>
      )}
    </AppForm>
  );
}
