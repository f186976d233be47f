"use client";
export function BatchDrop(_: unknown) {
  return null;
}
