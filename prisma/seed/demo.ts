import { closeDatabase } from "@/lib/data/client";
import { loadDemonstration } from "./load-demonstration";

// 由 npm start 在首次运行时调用：成功即静静退出，再次运行什么也不做。
try {
  await loadDemonstration();
} finally {
  await closeDatabase();
}
