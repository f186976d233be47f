/** The first stop of the keyboard: past the navigation. */
export function SkipLink() {
  return (
    <a className="skip" href="#main">
      跳到主要内容
    </a>
  );
}
