// One hidden sheet of all drawings, put once at the top of a page; `Icon` points into it by name.

/** 24 grid, 1.8 strokes, round ends; colour follows the text. */
export function IconSprite() {
  return (
    <svg width="0" height="0" style={{ position: "absolute" }} aria-hidden="true">
      <symbol id="i-grid" viewBox="0 0 24 24">
        <rect x="4" y="4" width="7" height="7" rx="1.5" />
        <rect x="13" y="4" width="7" height="4.5" rx="1.5" />
        <rect x="13" y="11.5" width="7" height="8.5" rx="1.5" />
        <rect x="4" y="14" width="7" height="6" rx="1.5" />
      </symbol>
      <symbol id="i-todo" viewBox="0 0 24 24">
        <path d="M4 6.5l1.5 1.5L8.5 5M4 13l1.5 1.5 3-3M4 19.5 5.5 21l3-3M12 7h8M12 13.5h8M12 20h8" />
      </symbol>
      <symbol id="i-factory" viewBox="0 0 24 24">
        <path d="M3 20V10l6 4v-4l6 4V4h5v16z" />
        <path d="M7 17h2M12 17h2" />
      </symbol>
      <symbol id="i-calendar" viewBox="0 0 24 24">
        <rect x="4" y="5.5" width="16" height="15" rx="2" />
        <path d="M4 10h16M8.5 3.5v4M15.5 3.5v4" />
      </symbol>
      <symbol id="i-alert" viewBox="0 0 24 24">
        <path d="M12 4 2.8 19.5h18.4z" />
        <path d="M12 10v4.5M12 17.2v.1" />
      </symbol>
      <symbol id="i-file" viewBox="0 0 24 24">
        <path d="M6 3.5h8l4 4V20.5H6z" />
        <path d="M14 3.5v4h4M9 12h6M9 15.5h6" />
      </symbol>
      <symbol id="i-deal" viewBox="0 0 24 24">
        <path d="M5 4.5h14v10H5zM5 14.5v5l3-2 3 2v-5" />
        <path d="M9 8.5h6M9 11h3" />
      </symbol>
      <symbol id="i-flag" viewBox="0 0 24 24">
        <path d="M5 21V4M5 5h12l-2.5 4L17 13H5" />
      </symbol>
      <symbol id="i-book" viewBox="0 0 24 24">
        <path d="M4.5 5.5A2 2 0 0 1 6.5 3.5H19v14H6.5a2 2 0 0 0-2 2zM4.5 19.5a2 2 0 0 0 2 1.5H19v-3.5" />
      </symbol>
      <symbol id="i-chart" viewBox="0 0 24 24">
        <path d="M4 4v16h16" />
        <path d="M8.5 16v-4M13 16V8M17.5 16v-6" />
      </symbol>
      <symbol id="i-gear" viewBox="0 0 24 24">
        <circle cx="12" cy="12" r="3" />
        <path d="M12 3.5v2.5M12 18v2.5M3.5 12H6M18 12h2.5M6 6l1.8 1.8M16.2 16.2 18 18M18 6l-1.8 1.8M7.8 16.2 6 18" />
      </symbol>
      <symbol id="i-search" viewBox="0 0 24 24">
        <circle cx="10.5" cy="10.5" r="6" />
        <path d="m15 15 5 5" />
      </symbol>
      <symbol id="i-filter" viewBox="0 0 24 24">
        <path d="M4 5h16l-6.5 8v6l-3-1.5V13z" />
      </symbol>
      <symbol id="i-plus" viewBox="0 0 24 24">
        <path d="M12 5v14M5 12h14" />
      </symbol>
      <symbol id="i-minus" viewBox="0 0 24 24">
        <path d="M5 12h14" />
      </symbol>
      <symbol id="i-download" viewBox="0 0 24 24">
        <path d="M12 4v11M7.5 11 12 15.5 16.5 11M4.5 19.5h15" />
      </symbol>
      <symbol id="i-upload" viewBox="0 0 24 24">
        <path d="M12 16V5M7.5 9 12 4.5 16.5 9M4.5 19.5h15" />
      </symbol>
      <symbol id="i-print" viewBox="0 0 24 24">
        <path d="M7 8V4h10v4M7 17H4.5V8.5h15V17H17" />
        <path d="M7 14h10v6H7z" />
      </symbol>
      <symbol id="i-right" viewBox="0 0 24 24">
        <path d="m9 5.5 6.5 6.5L9 18.5" />
      </symbol>
      <symbol id="i-left" viewBox="0 0 24 24">
        <path d="M15 5.5 8.5 12l6.5 6.5" />
      </symbol>
      <symbol id="i-down" viewBox="0 0 24 24">
        <path d="m5.5 9 6.5 6.5L18.5 9" />
      </symbol>
      <symbol id="i-open" viewBox="0 0 24 24">
        <path d="M8 16 17 7M9.5 7H17v7.5" />
      </symbol>
      <symbol id="i-x" viewBox="0 0 24 24">
        <path d="M6 6l12 12M18 6 6 18" />
      </symbol>
      <symbol id="i-check" viewBox="0 0 24 24">
        <path d="m4.5 12.5 5 5 10-11" />
      </symbol>
      <symbol id="i-done" viewBox="0 0 24 24">
        <circle cx="12" cy="12" r="8.5" />
        <path d="m8 12.3 2.8 2.8L16 9.5" />
      </symbol>
      <symbol id="i-clock" viewBox="0 0 24 24">
        <circle cx="12" cy="12" r="8.5" />
        <path d="M12 7.5V12l3 2" />
      </symbol>
      <symbol id="i-glass" viewBox="0 0 24 24">
        <path d="M7 3.5h10M7 20.5h10M8 3.5c0 5 8 5 8 8.5s-8 3.5-8 8.5M16 3.5c0 5-8 5-8 8.5s8 3.5 8 8.5" />
      </symbol>
      <symbol id="i-camera" viewBox="0 0 24 24">
        <path d="M4 8h3.5L9 5.5h6L16.5 8H20v11H4z" />
        <circle cx="12" cy="13" r="3.5" />
      </symbol>
      <symbol id="i-image" viewBox="0 0 24 24">
        <rect x="3.5" y="5" width="17" height="14" rx="2" />
        <path d="m4 17 5-5 4 4 2.5-2.5L20 17" />
        <circle cx="15.5" cy="9.5" r="1.3" />
      </symbol>
      <symbol id="i-pen" viewBox="0 0 24 24">
        <path d="M5 19l1-4L16.5 4.5l3 3L9 18z" />
        <path d="m14 7 3 3" />
      </symbol>
      <symbol id="i-circle" viewBox="0 0 24 24">
        <ellipse cx="12" cy="12" rx="8.5" ry="7" />
      </symbol>
      <symbol id="i-arrow" viewBox="0 0 24 24">
        <path d="M5 19 18.5 5.5M10 5.5h8.5V14" />
      </symbol>
      <symbol id="i-text" viewBox="0 0 24 24">
        <path d="M5 6V4.5h14V6M12 4.5v15M9.5 19.5h5" />
      </symbol>
      <symbol id="i-blur" viewBox="0 0 24 24">
        <rect x="4" y="4" width="16" height="16" rx="2" />
        <path d="M4 9.5h16M4 14.5h16M9.5 4v16M14.5 4v16" />
      </symbol>
      <symbol id="i-undo" viewBox="0 0 24 24">
        <path d="M8.5 5 4 9.5 8.5 14M4 9.5h10a5.5 5 0 0 1 0 10h-4" />
      </symbol>
      <symbol id="i-mic" viewBox="0 0 24 24">
        <rect x="9" y="3.5" width="6" height="11" rx="3" />
        <path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v2.5" />
      </symbol>
      <symbol id="i-phone" viewBox="0 0 24 24">
        <rect x="7" y="2.5" width="10" height="19" rx="2" />
        <path d="M11 18.5h2" />
      </symbol>
      <symbol id="i-cloud" viewBox="0 0 24 24">
        <path d="M7 18.5a4 4 0 0 1-.5-8 5.5 5.5 0 0 1 10.7-.5A4.2 4.2 0 0 1 17 18.5z" />
        <path d="m9 14 2 2 4-4" />
      </symbol>
      <symbol id="i-nosignal" viewBox="0 0 24 24">
        <path d="M4 4l16 16M4 12a12 12 0 0 1 4-2.7M12 8c3 0 6 1.3 8 3.5M7.5 15.5a6 6 0 0 1 4-2M12 19.3v.1" />
      </symbol>
      <symbol id="i-refresh" viewBox="0 0 24 24">
        <path d="M19.5 12a7.5 7.5 0 0 1-13.3 4.7M4.5 12A7.5 7.5 0 0 1 17.8 7.3M18 3.5v4h-4M6 20.5v-4h4" />
      </symbol>
      <symbol id="i-pin" viewBox="0 0 24 24">
        <path d="M12 21c4.5-5 6.5-8 6.5-11a6.5 6.5 0 0 0-13 0c0 3 2 6 6.5 11z" />
        <circle cx="12" cy="10" r="2.3" />
      </symbol>
      <symbol id="i-tel" viewBox="0 0 24 24">
        <path d="M5 4.5h4l1.5 4.5L8 11a13 13 0 0 0 5 5l2-2.5 4.5 1.5v4A1.5 1.5 0 0 1 18 20.5 14.5 14.5 0 0 1 3.5 6 1.5 1.5 0 0 1 5 4.5z" />
      </symbol>
      <symbol id="i-user" viewBox="0 0 24 24">
        <circle cx="12" cy="8" r="4" />
        <path d="M4.5 20.5a7.5 7.5 0 0 1 15 0" />
      </symbol>
      <symbol id="i-users" viewBox="0 0 24 24">
        <circle cx="9" cy="8.5" r="3.5" />
        <path d="M2.5 19.5a6.5 6.5 0 0 1 13 0M15.5 5.3a3.5 3.5 0 0 1 0 6.4M18 14.5a6.5 6.5 0 0 1 3.5 5" />
      </symbol>
      <symbol id="i-sign" viewBox="0 0 24 24">
        <path d="M3.5 17c3-1 3.5-9 6-9s-1 9 2 9 2.5-4 4-4 .5 3 5 2.5M3.5 21h17" />
      </symbol>
      <symbol id="i-shield" viewBox="0 0 24 24">
        <path d="M12 3.5 5 6v6c0 4.5 3 7.3 7 8.5 4-1.2 7-4 7-8.5V6z" />
        <path d="m9 12 2.2 2.2L15.5 10" />
      </symbol>
      <symbol id="i-gavel" viewBox="0 0 24 24">
        <path d="m9.5 7 5 5M8 8.5 13 3.5M13 13.5l5-5M11 10.5 4 17.5l2 2 7-7M13.5 20.5h7" />
      </symbol>
      <symbol id="i-bulb" viewBox="0 0 24 24">
        <path d="M9 17.5h6M10 20.5h4M8.5 14.5A6 6 0 1 1 15.5 14.5L15 17.5H9z" />
      </symbol>
      <symbol id="i-horn" viewBox="0 0 24 24">
        <path d="M4 10v4.5h3l8 4v-12l-8 3.5zM18 9.5a4 4 0 0 1 0 5.5M7.5 14.5l1 5h2.5" />
      </symbol>
      <symbol id="i-seek" viewBox="0 0 24 24">
        <circle cx="10.5" cy="10.5" r="6.5" />
        <path d="m15.3 15.3 5.2 5.2M7.8 10.5l2 2 3.5-3.7" />
      </symbol>
      <symbol id="i-again" viewBox="0 0 24 24">
        <path d="M20 12a8 8 0 1 1-2.5-5.8M20 3.5V8h-4.5" />
        <path d="m8.5 12.3 2.5 2.5 4.5-5" />
      </symbol>
      <symbol id="i-info" viewBox="0 0 24 24">
        <circle cx="12" cy="12" r="8.5" />
        <path d="M12 11v5M12 8v.1" />
      </symbol>
      <symbol id="i-ask" viewBox="0 0 24 24">
        <circle cx="12" cy="12" r="8.5" />
        <path d="M9.5 9.5c0-3.5 5.3-3.3 5.3-.3 0 2-2.6 2.2-2.6 4.3M12.2 16.7v.1" />
      </symbol>
      <symbol id="i-more" viewBox="0 0 24 24">
        <path d="M5.5 12v.1M12 12v.1M18.5 12v.1" strokeWidth="3" />
      </symbol>
      <symbol id="i-sun" viewBox="0 0 24 24">
        <circle cx="12" cy="12" r="4" />
        <path d="M12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.3 5.3l2.1 2.1M16.6 16.6l2.1 2.1M18.7 5.3l-2.1 2.1M7.4 16.6l-2.1 2.1" />
      </symbol>
      <symbol id="i-lock" viewBox="0 0 24 24">
        <rect x="5" y="10.5" width="14" height="10" rx="2" />
        <path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5" />
      </symbol>
      <symbol id="i-qr" viewBox="0 0 24 24">
        <path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5H14zM17.5 17.5H20V20h-2.5zM17.5 14H20M14 20h1" />
      </symbol>
      <symbol id="i-repeat" viewBox="0 0 24 24">
        <path d="M5 11V9a3 3 0 0 1 3-3h11M16 3l3 3-3 3M19 13v2a3 3 0 0 1-3 3H5M8 21l-3-3 3-3" />
      </symbol>
      <symbol id="i-list" viewBox="0 0 24 24">
        <path d="M8.5 6H20M8.5 12H20M8.5 18H20M4 6v.1M4 12v.1M4 18v.1" />
      </symbol>
      <symbol id="i-route" viewBox="0 0 24 24">
        <circle cx="6" cy="18" r="2.5" />
        <circle cx="18" cy="6" r="2.5" />
        <path d="M8.5 18H15a3 3 0 0 0 0-6H9a3 3 0 0 1 0-6h6.5" />
      </symbol>
      <symbol id="i-bell" viewBox="0 0 24 24">
        <path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4" />
      </symbol>
      <symbol id="i-eye" viewBox="0 0 24 24">
        <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" />
        <circle cx="12" cy="12" r="3" />
      </symbol>
      <symbol id="i-speaker" viewBox="0 0 24 24">
        <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11" />
      </symbol>
      <symbol id="i-cols" viewBox="0 0 24 24">
        <rect x="4" y="5" width="16" height="14" rx="1.5" />
        <path d="M9.3 5v14M14.7 5v14" />
      </symbol>
      <symbol id="i-save" viewBox="0 0 24 24">
        <path d="M6 3.5h12v17l-6-4-6 4z" />
      </symbol>
      <symbol id="i-pause" viewBox="0 0 24 24">
        <circle cx="12" cy="12" r="8.5" />
        <path d="M10 9v6M14 9v6" />
      </symbol>
      <symbol id="i-link" viewBox="0 0 24 24">
        <path d="M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.7 5.7L12 17" />
      </symbol>
    </svg>
  );
}
