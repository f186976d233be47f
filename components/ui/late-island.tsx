"use client";

import { Component, type ComponentType, lazy, type ReactNode, Suspense, useState } from "react";
import { LateFailure } from "./late";

type Load<P> = () => Promise<ComponentType<P>>;

const lazily = <P extends object>(load: Load<P>) => lazy(async () => ({ default: await load() }));

/**
 * 服务端照常画好、不动版面，代码在页面能用之后才载入的一块；它没载入之前别处照常能用。
 * 没有载入时只这一块说明并可重试，页面上填的不动。
 */
export function lateIsland<P extends object>(title: string, load: Load<P>): (props: P) => ReactNode {
  const First = lazily(load);
  return function LateIsland(props) {
    const [{ Island, attempt }, setIsland] = useState({ Island: First, attempt: 1 });
    const again = () => setIsland({ Island: lazily(load), attempt: attempt + 1 });
    return (
      <Guard key={attempt} title={title} onRetry={again}>
        <Suspense>
          <Island {...props} />
        </Suspense>
      </Guard>
    );
  };
}

class Guard extends Component<{ title: string; onRetry: () => void; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError = () => ({ failed: true });

  override render() {
    if (!this.state.failed) return this.props.children;
    return <LateFailure title={this.props.title} onRetry={this.props.onRetry} />;
  }
}
