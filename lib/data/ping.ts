import "server-only";
import { pool } from "./client";

/** Whether the database answers a query now. */
export async function pingDatabase(): Promise<boolean> {
  try {
    await pool().query("SELECT 1");
    return true;
  } catch {
    return false;
  }
}
