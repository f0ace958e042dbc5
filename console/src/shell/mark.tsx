/** The mark of Crewready. */
export const Mark = () => <img className="mark" src="/assets/mark.svg" alt="" width={28} height={28} />;
