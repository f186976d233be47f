import { firstQueue } from "@/tests/bench/floor/first-queue";

export const dynamic = "force-dynamic";

/** P6: the barest page of the queue: no sign-in, no permissions, no counts, no filters, no styles; one Prisma query and a table. */
export default async function Page() {
  const rows = await firstQueue("NEEB");
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{row.number}</td>
            <td>{row.enterprise.name}</td>
            <td>{row.application?.business}</td>
            <td>{row.application?.procedure}</td>
            <td>{row.application?.scopeText}</td>
            <td>{row.submittedAt?.toISOString()}</td>
            <td>{row.stageDueOn}</td>
            <td>{row.state}</td>
            <td>{row.holderId}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
