"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { SmallForm } from "@/components/forms/small-form";
import { useAction } from "@/components/forms/use-action";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/choice-field";
import { Disclosure } from "@/components/ui/disclosure";
import type { Role } from "@/db/enums";
import type { Ability } from "@/server/core/policy";

type Member = { personId: string; name: string; email: string | null; roles: Role[] };
type Props = {
  organisationId: string;
  members: Member[];
  possibleRoles: readonly Role[];
  ability: Ability;
  myId: string | null;
};

/** Who works here and in which roles; a manager changes them here. */
export function Members({ organisationId, members, possibleRoles, ability, myId }: Props) {
  const t = useTranslations("organisations");
  return (
    <ul className="flex flex-col">
      {members.map((member) => (
        <li key={member.personId} className="flex flex-col gap-1 border-t border-line py-3">
          <p className="flex flex-wrap gap-x-3">
            <span className="font-bold">{member.name}</span>
            {member.personId === myId && <span className="text-muted">{t("you")}</span>}
            {member.email && <span className="text-muted">{member.email}</span>}
          </p>
          <p className="text-sm">{member.roles.map((role) => t(`role.${role}`)).join(", ")}</p>
          {ability.can && (
            <Disclosure summary={t("changeMember", { name: member.name })}>
              <Roles organisationId={organisationId} member={member} possibleRoles={possibleRoles} />
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  );
}

function Roles({
  organisationId,
  member,
  possibleRoles,
}: Pick<Props, "organisationId" | "possibleRoles"> & { member: Member }) {
  const t = useTranslations("organisations");
  const { personId } = member;
  const [roles, setRoles] = useState<Role[]>(member.roles);
  const { run, busy, sentence } = useAction(() =>
    trpc.organisations.setRoles.mutate({ id: organisationId, personId, roles }),
  );
  return (
    <SmallForm submit={() => roles.length > 0 && void run()}>
      <CheckboxGroup
        id={`roles-${personId}`}
        name="roles"
        label={t("roles")}
        error={roles.length === 0 ? t("errors.noRole") : undefined}
        defaultValues={member.roles}
        options={possibleRoles.map((role) => ({ value: role, text: t(`role.${role}`) }))}
        onChange={({ target }) =>
          setRoles((now) =>
            target.checked ? [...now, target.value as Role] : now.filter((role) => role !== target.value),
          )
        }
      />
      {sentence && (
        <p role="alert" className="font-bold text-negative">
          {sentence}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" busy={busy}>
          {t("saveRoles")}
        </Button>
        <ActionButton
          label={t("removeMember")}
          variant="danger"
          act={() => trpc.organisations.removeMember.mutate({ id: organisationId, personId })}
        />
      </div>
    </SmallForm>
  );
}
