/** All words in one place; each family has a file of its own. */
export * from "./option-map";
export * from "./categories";
export * from "./levels";
export * from "./application";
export * from "./enterprise";
export * from "./person";
export * from "./title";
export * from "./electrician";
export * from "./project";
export * from "./states";
export * from "./roles";
export * from "./credit";
export * from "./todos";
export * from "./follow-ups";
export * from "./licence-changes";
export * from "./reorganisation";
export * from "./businesses";
