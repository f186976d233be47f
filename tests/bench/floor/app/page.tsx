/** The barest page: what Next sends for nothing. */
export default function Page() {
  return <p>底线</p>;
}
