"use client";

import { type ComponentType, useState } from "react";
import type { UploadFile } from "@/components/application/attachments/upload-file";
import { type FormParts, SectionForm } from "@/components/application/SectionForm";
import { OwnSection, type OwnSectionProps } from "@/components/application/OwnSection";
import type { Section } from "@/lib/forms/definition";
import type { LicensingContext } from "@/lib/licensing/context";
import { formLoaders } from "./business-forms";

export type OwnTabProps = Omit<OwnSectionProps, "section" | "Form" | "loadForm"> & Pick<FormParts, "Notes">;

/** 真的要传时才载入；没有载入与没有传成一样说明，可以重试。 */
export const uploadWhenNeeded: UploadFile = async (...sent) => {
  const { uploadAttachment } = await import("@/components/application/attachments/upload-attachment");
  return uploadAttachment(...sent);
};

/** 一个页签的填报：只带自己的声明和用得着的表，整份申请表等人动手才载入。 */
export function ownTab(section: Section<LicensingContext>, parts: FormParts = {}): ComponentType<OwnTabProps> {
  const bare = formWith(parts);
  return function OwnTab({ Notes, ...props }) {
    const [Form] = useState(() => (Notes ? formWith({ ...parts, Notes }) : bare));
    return <OwnSection {...props} section={section} Form={Form} loadForm={formLoaders[props.facts.business]} />;
  };
}

function formWith(parts: FormParts): OwnSectionProps["Form"] {
  return (options) => <SectionForm {...options} parts={parts} upload={uploadWhenNeeded} />;
}
