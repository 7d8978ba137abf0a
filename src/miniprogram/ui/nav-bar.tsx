/** WeChat draws the head of a page itself; nav-bar.h5.tsx stands for it in a browser. */
export function NavBar() {
  return null
}
